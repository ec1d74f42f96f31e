import assert from 'node:assert/strict'
import { rule } from '#tests/rules.ts'
import { refused, session, someone, statuses } from './sessions.ts'

const day = 86_400_000

rule('SLS-1 SLS-2', 'sessions are listed by user, client and status, newest first', async (server) => {
  const user = await someone(server)
  const made = [await session(server, user), await session(server, user), await session(server, user)]
  const other = await session(server, await someone(server))
  await server.request('POST', `/sessions/${made[1].id}/revoke`)
  const ids = async (query: string) =>
    (await server.request('GET', `/sessions?${query}`)).body.map(({ id }: { id: string }) => id)
  const mine = `user_id=${user.id}`
  const newest = made.map(({ id }) => id).reverse()
  assert.deepEqual((await ids(mine)).toSorted(), newest.toSorted())
  assert.deepEqual(await ids(`${mine}&status=revoked`), [made[1].id])
  assert.deepEqual((await ids(`${mine}&status=active`)).length, 2)
  assert.deepEqual(await ids(`${mine}&client_id=${made[0].client_id}`), [made[0].id])
  const page = (await server.request('GET', `/sessions?${mine}&limit=1&paginated=true`)).body
  assert.deepEqual([page.data.length, page.total_count], [1, 3])
  const pages = [await ids(`${mine}&limit=2&paginated=false`), await ids(`${mine}&limit=2&offset=2`)]
  assert.deepEqual(pages.flat(), await ids(mine))
  assert.equal((await ids(`${mine}&limit=501`)).length, 3)
  assert.ok((await ids('limit=500')).includes(other.id))
  for (const query of ['user_id=user_nobody', 'client_id=client_nobody', 'user_id=%00'])
    assert.deepEqual(await ids(query), [])
})

rule(
  'SLS-3',
  'a session runs out by itself',
  async (server) => {
    const user = await someone(server)
    await session(server, user)
    const listed = async (status: string) =>
      (await server.request('GET', `/sessions?user_id=${user.id}&status=${status}`)).body.length
    server.clock.advance(7 * day - 60_000)
    assert.equal(await listed('active'), 1)
    server.clock.advance(60_001)
    assert.deepEqual(await statuses(server, user), ['expired'])
    assert.deepEqual([await listed('active'), await listed('expired'), await listed('abandoned')], [0, 1, 0])
    server.clock.advance(30 * day)
    assert.deepEqual(await statuses(server, user), ['expired'])
  },
  { fresh: true },
)

rule(
  'SLS-3',
  'a session that nobody uses is abandoned',
  async (server) => {
    const user = await someone(server)
    await session(server, user)
    server.clock.advance(10 * 60_000 + 1)
    assert.deepEqual(await statuses(server, user), ['abandoned'])
    const listed = async (status: string) =>
      (await server.request('GET', `/sessions?user_id=${user.id}&status=${status}`)).body.length
    assert.deepEqual([await listed('active'), await listed('expired'), await listed('abandoned')], [0, 0, 1])
  },
  { fresh: true, settings: { sessions: { inactivity_timeout_in_minutes: 10 } } },
)

rule('SLS-4', 'an unknown status is refused', async (server) => {
  const answer = await server.request('GET', '/sessions?status=sleeping')
  refused(answer, 422, 'form_param_value_invalid', 'status')
})
