import assert from 'node:assert/strict'
import { refused } from '#tests/api/given-users.ts'
import { redirectUrl } from '#tests/api/redirect-urls.ts'
import { rule } from '#tests/rules.ts'

rule('RED-4', 'a redirect URL is found by its id', async (server) => {
  const made = await redirectUrl(server, 'https://app.example.com/found')
  assert.deepEqual((await server.request('GET', `/redirect_urls/${made.id}`)).body, made)
  refused(await server.request('GET', '/redirect_urls/ru_nobody'), 404, 'resource_not_found')
  refused(await server.request('GET', '/redirect_urls/x%00'), 404, 'resource_not_found')
})
