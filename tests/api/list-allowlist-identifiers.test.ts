import assert from 'node:assert/strict'
import { entry, identifiersOf, twelveEntries } from '#tests/api/access-lists.ts'
import { refused } from '#tests/api/given-users.ts'
import { rule } from '#tests/rules.ts'

rule(
  'ALW-4',
  'entries are listed newest first, all or a page',
  async (server) => {
    const list = async (query = '') => {
      const answer = await server.request('GET', `/allowlist_identifiers${query}`)
      assert.equal(answer.status, 200, answer.text)
      return 'data' in answer.body
        ? [identifiersOf(answer.body.data), answer.body.total_count]
        : identifiersOf(answer.body)
    }
    assert.deepEqual(await list(), [])
    await entry(server, 'blocklist')
    const all = await twelveEntries(server, 'allowlist')
    assert.deepEqual(await list(), all)
    assert.deepEqual(await list('?limit=3&offset=2'), all.slice(2, 5))
    assert.deepEqual(await list('?paginated=true'), [all.slice(0, 10), 12])
    assert.deepEqual(await list('?paginated=true&limit=501&offset=10'), [all.slice(10), 12])
    const odd = await server.request('GET', '/allowlist_identifiers?paginated=perhaps')
    refused(odd, 422, 'form_param_value_invalid paginated')
  },
  { fresh: true },
)
