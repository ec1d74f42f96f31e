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
  assert.deepEqual((await server.events(user.id)).at(-1)!.details, {
    changed: ['password'],
    skipped: ['skip_password_checks'],
  })
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

const strict = {
  require_uppercase: true,
  require_lowercase: true,
  require_numbers: true,
  require_special_char: true,
}

rule(
  'UPD-6 SET-12',
  'the policy of the settings holds for a new password',
  async (server) => {
    const user = await withPassword(server, {})
    assert.deepEqual(codes(await patch(server, user.id, { password: '        ' })), [
      'form_password_no_lowercase',
      'form_password_no_uppercase',
      'form_password_no_number',
      'form_password_no_special_char',
    ])
    const long = await patch(server, user.id, { password: 'aA1!'.repeat(20) })
    assert.deepEqual(codes(long), ['form_password_length_too_long', 'form_password_size_in_bytes_exceeded'])
    assert.equal((await patch(server, user.id, { password: 'Staple-Horse-7' })).status, 200)
  },
  { settings: { password: strict } },
)

rule(
  'UPD-6 SET-12',
  'a new password must be as strong as the settings ask',
  async (server) => {
    const user = await withPassword(server, {})
    const weak = await patch(server, user.id, { password: 'horsehorse1' })
    assert.deepEqual(codes(weak), ['form_password_not_strong_enough'])
    assert.equal((await patch(server, user.id, { password: 'gravel-9-Tulip-wharf' })).status, 200)
  },
  { settings: { password: { min_zxcvbn_strength: 4 } } },
)
