import assert from 'node:assert/strict'
import { rule } from '#tests/rules.ts'
import { refused, session, sessionEvents, someone, statuses } from './sessions.ts'

rule('RVS-1', 'a session is revoked once', async (server) => {
  const user = await someone(server)
  const { id } = await session(server, user)
  const revoke = () => server.request('POST', `/sessions/${id}/revoke`)
  const answers = await Promise.all(Array.from({ length: 8 }, revoke))
  for (const answer of answers) assert.equal(answer.body.status, 'revoked', answer.text)
  assert.deepEqual(await sessionEvents(server, id), ['session.created', 'session.revoked'])
  const before = (await server.request('GET', `/sessions/${id}`)).body
  assert.deepEqual((await revoke()).body, before)
})

rule(
  'RVS-1',
  'an expired session stays expired',
  async (server) => {
    const user = await someone(server)
    const { id } = await session(server, user)
    server.clock.advance(8 * 86_400_000)
    assert.equal((await server.request('POST', `/sessions/${id}/revoke`)).body.status, 'expired')
    assert.deepEqual(await statuses(server, user), ['expired'])
    assert.deepEqual(await sessionEvents(server, id), ['session.created'])
  },
  { fresh: true },
)

rule('RVS-2', 'an unknown session cannot be revoked', async (server) => {
  refused(await server.request('POST', '/sessions/sess_nobody/revoke'), 404, 'resource_not_found')
})
