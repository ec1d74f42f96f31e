import assert from 'node:assert/strict'
import { rule } from '#tests/rules.ts'
import type { Answer } from '#tests/running-server.ts'
import { givenSession } from './given-sessions.ts'
import { refused, session, someone } from './sessions.ts'

rule(
  'CLL-1',
  'clients are listed newest first, with their active sessions',
  async (server) => {
    const list = async (query = '') => (await server.request('GET', `/clients${query}`)).body
    assert.deepEqual(await list(), [])
    const user = await someone(server)
    const made: Answer['body'][] = []
    for (let n = 0; n < 3; n++) {
      made.unshift(await session(server, user))
      server.clock.advance(1000)
    }
    const sibling = await givenSession(server, user.id, { client_id: made[0].client_id })
    await givenSession(server, user.id, { client_id: made[0].client_id, status: 'ended' })
    await server.request('POST', `/sessions/${made[1].id}/revoke`)
    const one = async (n: number) => (await server.request('GET', `/clients/${made[n].client_id}`)).body
    const all = [await one(0), await one(1), await one(2)]
    assert.deepEqual(await list(), all)
    assert.deepEqual(
      all.map(({ session_ids }) => session_ids.toSorted()),
      [[made[0].id, sibling].toSorted(), [], [made[2].id]],
    )
    assert.deepEqual(await list('?limit=1&offset=1'), [all[1]])
    assert.deepEqual(await list('?limit=501&offset=-1'), all)
    const page = await list('?paginated=true&limit=2&offset=2')
    assert.deepEqual(page, { data: [all[2]], total_count: 3 })
    const wrong = await server.request('GET', '/clients?paginated=maybe')
    refused(wrong, 422, 'form_param_value_invalid', 'paginated')
  },
  { fresh: true },
)
