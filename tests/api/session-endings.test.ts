import assert from 'node:assert/strict'
import { password } from '#tests/api/passwords.ts'
import { rule } from '#tests/rules.ts'
import { session, sessionEvents, someone, statuses } from './sessions.ts'

const ended = ['session.created', 'session.revoked']

rule('BAN-1 SES-1', 'bans revoke all sessions, and lifting them revives none', async (server) => {
  const users = [await someone(server), await someone(server)]
  const made = [await session(server, users[0]), await session(server, users[1])]
  await server.request('POST', `/users/${users[0].id}/ban`)
  assert.deepEqual(await statuses(server, users[0]), ['revoked'])
  assert.deepEqual(await statuses(server, users[1]), ['active'])
  const user_ids = users.map(({ id }) => id)
  await server.request('POST', '/users/ban', { body: { user_ids } })
  await server.request('POST', '/users/unban', { body: { user_ids } })
  for (const user of users) assert.deepEqual(await statuses(server, user), ['revoked'])
  for (const { id } of made) assert.deepEqual(await sessionEvents(server, id), ended)
})

rule('LCK-3', 'a lock leaves sessions alone', async (server) => {
  const user = await someone(server)
  await session(server, user)
  await server.request('POST', `/users/${user.id}/lock`)
  assert.deepEqual(await statuses(server, user), ['active'])
})

rule('UPD-7 RPW-3 SES-2', 'changes of the password revoke sessions only when asked to', async (server) => {
  const changes = [
    ['PATCH', '', { password: `${password}!` }, 'sign_out_of_other_sessions'],
    ['POST', '/password/set_compromised', {}, 'revoke_all_sessions'],
    ['POST', '/remove_password', {}, 'sign_out_of_other_sessions'],
  ] as const
  for (const [method, path, body, flag] of changes)
    for (const asked of [false, true]) {
      const user = await someone(server, { password })
      const { id } = await session(server, user)
      const answer = await server.request(method, `/users/${user.id}${path}`, {
        body: { ...body, [flag]: asked },
      })
      assert.equal(answer.status, 200, answer.text)
      assert.deepEqual(await statuses(server, user), [asked ? 'revoked' : 'active'], path)
      assert.deepEqual(await sessionEvents(server, id), asked ? ended : ['session.created'])
    }
})

rule('DEL-3 SES-3', 'the sessions and tokens of a deleted user are gone', async (server) => {
  const user = await someone(server)
  const [one, two] = [await session(server, user), await session(server, user)]
  await server.request('POST', `/sessions/${two.id}/revoke`)
  const ticket = await server.request('POST', '/sign_in_tokens', { body: { user_id: user.id } })
  await server.request('DELETE', `/users/${user.id}`)
  assert.equal((await server.request('GET', `/sessions/${one.id}`)).status, 404)
  assert.deepEqual(await sessionEvents(server, one.id), ['session.created', 'session.ended'])
  assert.deepEqual(await sessionEvents(server, two.id), ended)
  for (const table of ['sessions', 'tickets'])
    assert.ok(!(await server.rows(table)).some(({ user_id }) => user_id === user.id))
  assert.equal((await server.request('POST', `/sign_in_tokens/${ticket.body.id}/revoke`)).status, 404)
})
