import assert from 'node:assert/strict'
import { refused } from '#tests/api/given-users.ts'
import { redirectUrl } from '#tests/api/redirect-urls.ts'
import { rule } from '#tests/rules.ts'

rule(
  'RED-3',
  'redirect URLs are listed newest first, all or a page',
  async (server) => {
    const list = async (query = '') => {
      const { status, body, text } = await server.request('GET', `/redirect_urls${query}`)
      assert.equal(status, 200, text)
      const urls = (all: { url: string }[]) => all.map(({ url }) => url)
      return 'data' in body ? [urls(body.data), body.total_count] : urls(body)
    }
    assert.deepEqual(await list(), [])
    const all: string[] = []
    for (let n = 0; n < 12; n++) {
      all.unshift((await redirectUrl(server, `https://app.example.com/${n}`)).url)
      server.clock.advance(1000)
    }
    assert.deepEqual(await list(), all)
    assert.deepEqual(await list('?limit=3&offset=2'), all.slice(2, 5))
    assert.deepEqual(await list('?paginated=true'), [all.slice(0, 10), 12])
    const odd = await server.request('GET', '/redirect_urls?paginated=perhaps')
    refused(odd, 422, 'form_param_value_invalid paginated')
  },
  { fresh: true },
)
