import assert from 'node:assert/strict'
import { rule } from '#tests/rules.ts'
import type { TestServer } from '#tests/running-server.ts'
import { guess, password, withPassword } from './passwords.ts'

const other = 'Battery-Staple-8?'
const patch = (server: TestServer, id: string, body: object) =>
  server.request('PATCH', `/users/${id}`, { body })
const codes = ({ body }: Awaited<ReturnType<typeof patch>>) =>
  body.errors.map(({ code }: { code: string }) => code)

rule('UPD-6', 'a new password replaces the old one', async (server) => {
  const user = await withPassword(server)
  server.clock.advance(60_000)
  const { status, body } = await patch(server, user.id, { password: other })
  assert.equal(status, 200)
  assert.ok(body.password_last_updated_at >= user.password_last_updated_at + 60_000)
  assert.ok(body.updated_at >= body.password_last_updated_at)
  assert.equal((await guess(server, user.id, password)).status, 422)
  assert.equal((await guess(server, user.id, other)).status, 200)
  const events = await server.events(user.id)
  assert.deepEqual(events[1]!.details.changed.sort(), ['password'])
  assert.equal(events.length, 2)
})

rule('UPD-6', 'a first password, a digest, the same password again', async (server) => {
  const user = await withPassword(server, {})
  assert.equal((await patch(server, user.id, { password })).body.password_enabled, true)
  const imported = await patch(server, user.id, {
    password_digest: 'ae5bf1de906a22bd3c96b7ec4fc4d064',
    password_hasher: 'md5',
  })
  assert.equal(imported.status, 200)
  assert.equal((await guess(server, user.id, password)).status, 200)
  assert.equal((await patch(server, user.id, { password })).status, 200)
  assert.equal((await guess(server, user.id, password)).status, 200)
  assert.equal((await server.events(user.id)).length, 4)
})

rule('UPD-6', 'the checks hold, unless they are skipped', async (server) => {
  const user = await withPassword(server, { password, username: `checks_${Date.now()}` })
  for (const [given, code] of [
    [{ password: 'short' }, 'form_password_length_too_short'],
    [{ password: 'password123' }, 'form_password_pwned'],
    [{ password: '' }, 'form_param_nil'],
    [{ password: user.username.toUpperCase() }, 'form_password_matches_identifier'],
    [{ password: 'brand_new_name', username: 'Brand_New_Name' }, 'form_password_matches_identifier'],
    [{ password: other, password_digest: 'x', password_hasher: 'md5' }, 'form_conditional_param_disallowed'],
    [{ password_digest: 'x', password_hasher: 'md5' }, 'form_password_digest_invalid_code'],
    [{ password_digest: 'x' }, 'form_conditional_param_missing'],
    [{ password_hasher: 'md5' }, 'form_conditional_param_missing'],
  ] as const) {
    const answer = await patch(server, user.id, given)
    assert.equal(answer.status, 422, answer.text)
    assert.ok(codes(answer).includes(code), answer.text)
  }
  assert.equal((await guess(server, user.id, password)).status, 200)
  const skipped = { password: 'short', skip_password_checks: true }
  assert.equal((await patch(server, user.id, skipped)).status, 200)
  assert.equal((await guess(server, user.id, 'short')).status, 200)
})

rule('UPD-6', 'flags of a password need one', async (server) => {
  const user = await withPassword(server)
  for (const flag of ['skip_password_checks', 'sign_out_of_other_sessions']) {
    const refused = await patch(server, user.id, { [flag]: true })
    assert.deepEqual(codes(refused), ['form_conditional_param_missing'])
    assert.equal(refused.body.errors[0].meta.param_name, 'password')
    assert.equal((await patch(server, user.id, { [flag]: false })).status, 200)
    assert.equal((await patch(server, user.id, { [flag]: true, password: other })).status, 200)
  }
  const events = await server.events(user.id)
  assert.equal(events.length, 3)
  assert.deepEqual(events.at(-1)!.details, { changed: ['password'], ends_sessions: true })
})

rule('UPD-8', 'null is no change', async (server) => {
  const user = await withPassword(server)
  assert.deepEqual((await patch(server, user.id, { password: null, password_digest: null })).body, user)
  assert.equal((await guess(server, user.id, password)).status, 200)
})

rule('UPD-6 ERR-9', 'an unknown user', async (server) => {
  const refused = await patch(server, 'user_nobody', { password })
  assert.equal(refused.status, 404)
  assert.equal(codes(refused)[0], 'resource_not_found')
})

rule('UPD-6 PWD-8', 'a refused update leaves the password', async (server) => {
  const user = await withPassword(server)
  const taken = await withPassword(server, { external_id: 'taken-by-another' })
  const refused = await patch(server, user.id, { password: other, external_id: taken.external_id })
  assert.deepEqual(codes(refused), ['form_identifier_exists'])
  assert.equal((await guess(server, user.id, password)).status, 200)
  assert.equal((await guess(server, user.id, other)).status, 422)
})

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

rule('CMP-1 CMP-4', 'a password is marked, once, until it is replaced or unmarked', async (server) => {
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
  await patch(server, user.id, { password: other })
  assert.equal(await marked(), false)
})

rule('CMP-2', 'there must be a user and a password', async (server) => {
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
