import assert from 'node:assert/strict'
import { entry, identifiersOf, twelveEntries } from '#tests/api/access-lists.ts'
import { rule } from '#tests/rules.ts'

rule(
  'BLK-2',
  'entries are listed newest first with the total, all or a page',
  async (server) => {
    const list = async (query = '') => {
      const answer = await server.request('GET', `/blocklist_identifiers${query}`)
      assert.equal(answer.status, 200, answer.text)
      return [identifiersOf(answer.body.data), answer.body.total_count]
    }
    assert.deepEqual(await list(), [[], 0])
    await entry(server, 'allowlist')
    const all = await twelveEntries(server, 'blocklist')
    assert.deepEqual(await list(), [all, 12])
    assert.deepEqual(await list('?limit=3&offset=2'), [all.slice(2, 5), 12])
    assert.deepEqual(await list('?offset=2'), [all.slice(2), 12])
  },
  { fresh: true },
)
