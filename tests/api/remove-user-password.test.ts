import assert from 'node:assert/strict'
import { rule } from '#tests/rules.ts'
import { guess, password, withPassword } from './passwords.ts'

rule('RPW-1 RPW-3', 'a password can be removed, with nothing else to sign in with', async (server) => {
  const user = await server.create({ username: `only_${Date.now()}`, password })
  const { status, body } = await server.request('POST', `/users/${user.id}/remove_password`, {
    body: { sign_out_of_other_sessions: true },
  })
  assert.equal(status, 200)
  assert.equal(body.password_enabled, false)
  assert.equal(body.password_last_updated_at, null)
  assert.ok(body.updated_at > user.updated_at)
  assert.deepEqual((await guess(server, user.id, password)).body.errors[0].code, 'no_password_set')
  assert.ok(!(await server.rows('passwords')).some(({ user_id }) => user_id === user.id))
  assert.deepEqual((await server.events(user.id))[1]!.details, {
    changed: ['password'],
    action: 'user.password.removed',
    ends_sessions: true,
  })
})

rule('RPW-2', 'without a password nothing is removed', async (server) => {
  const user = await withPassword(server, {})
  const { status, body } = await server.request('POST', `/users/${user.id}/remove_password`)
  assert.equal(status, 200)
  assert.deepEqual(body, user)
  assert.equal((await server.events(user.id)).length, 1)
  assert.equal((await server.request('POST', '/users/user_nobody/remove_password')).status, 404)
})
