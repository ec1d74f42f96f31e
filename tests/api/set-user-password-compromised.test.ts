import assert from 'node:assert/strict'
import { rule } from '#tests/rules.ts'
import { withPassword } from './passwords.ts'

const other = 'Battery-Staple-8?'

rule('CMP-1 UCM-1', 'a password is marked, once, until it is replaced or unmarked', async (server) => {
  const user = await withPassword(server)
  const set = (body?: object) =>
    server.request('POST', `/users/${user.id}/password/set_compromised`, { body })
  const unset = () => server.request('POST', `/users/${user.id}/password/unset_compromised`)
  const marked = async () =>
    (await server.rows('users')).find(({ id }) => id === user.id)!.password_compromised_at !== null
  assert.equal((await set()).status, 200)
  assert.equal(await marked(), true)
  assert.equal((await set({ revoke_all_sessions: null })).status, 200)
  assert.equal((await server.events(user.id)).length, 2)
  await set({ revoke_all_sessions: true })
  assert.deepEqual((await server.events(user.id))[2]!.details, {
    changed: ['password_compromised'],
    action: 'user.password.compromised',
    ends_sessions: true,
  })
  await unset()
  assert.equal(await marked(), false)
  await unset()
  const events = await server.events(user.id)
  assert.equal(events.length, 4)
  assert.equal(events[3]!.details.action, 'user.password.uncompromised')
  await set()
  await server.request('PATCH', `/users/${user.id}`, { body: { password: other } })
  assert.equal(await marked(), false)
})

rule('CMP-2 UCM-2', 'there must be a user and a password', async (server) => {
  const user = await withPassword(server, {})
  for (const operation of ['set_compromised', 'unset_compromised']) {
    const without = await server.request('POST', `/users/${user.id}/password/${operation}`)
    assert.equal(without.status, 400)
    assert.equal(without.body.errors[0].code, 'no_password_set')
    assert.equal((await server.request('POST', `/users/user_nobody/password/${operation}`)).status, 404)
  }
})

rule(
  'CMP-3',
  'where passwords are switched off',
  async (server) => {
    const user = await withPassword(server, {})
    const { status, body } = await server.request('POST', `/users/${user.id}/password/set_compromised`)
    assert.equal(status, 403)
    assert.equal(body.errors[0].code, 'password_disabled')
  },
  { settings: { attributes: { password: { enabled: false } } } },
)
