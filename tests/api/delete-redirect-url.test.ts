import assert from 'node:assert/strict'
import { refused } from '#tests/api/given-users.ts'
import { redirectUrl } from '#tests/api/redirect-urls.ts'
import { rule } from '#tests/rules.ts'

rule('RED-5', 'a redirect URL is deleted once', async (server) => {
  const { id, url } = await redirectUrl(server, 'https://app.example.com/deleted')
  const remove = (which: string) => server.request('DELETE', `/redirect_urls/${which}`)
  assert.deepEqual((await remove(id)).body, { object: 'redirect_url', id, deleted: true })
  refused(await remove(id), 404, 'resource_not_found')
  refused(await remove('x%00'), 404, 'resource_not_found')
  assert.deepEqual(
    (await server.events(id)).map(({ type }) => type),
    ['redirect_url.created', 'redirect_url.deleted'],
  )
  await redirectUrl(server, url)
})
