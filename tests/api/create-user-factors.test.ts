import assert from 'node:assert/strict'
import { createUser } from '#contract/users/create-user.ts'
import { rule, scenarios } from '#tests/rules.ts'
import { address, refused } from './given-users.ts'
import { bcryptOf, codeAt, factorsOf, read, rowsOf, secret, verify, withTotp } from './second-factors.ts'

rule('CRT-18', 'a secret switches the second factor on at once', async (server) => {
  const { user, id, now } = await withTotp(server)
  assert.deepEqual(factorsOf(user), {
    two_factor_enabled: true,
    totp_enabled: true,
    backup_code_enabled: false,
  })
  assert.deepEqual([user.mfa_enabled_at, user.mfa_disabled_at], [now, null])
  assert.deepEqual(await read(server, id), user)
  assert.equal((await verify(server, id, codeAt(now))).status, 200)
  const spaced = await withTotp(server, { totp_secret: 'jbsw y3dp ehpk 3pxp jbsw y3dp ehpk 3pxp' })
  assert.equal((await verify(server, spaced.id, codeAt(now))).status, 200)
  const none = await server.create({ email_address: [address()], totp_secret: null })
  assert.equal(none.totp_enabled, false)
})

rule('CRT-19', 'codes in plain text and bcrypt digests of codes, mixed', async (server) => {
  const bcrypt = await bcryptOf('Imported Code')
  const php = (await bcryptOf('from-php-77')).replace('$2b$', '$2y$')
  const { id, user } = await withTotp(server, { backup_codes: ['plain-code', bcrypt, php, '$2b$04$short'] })
  assert.equal(user.backup_code_enabled, true)
  const rows = await rowsOf(server, 'backup_codes', id)
  assert.deepEqual(rows.map(({ hasher }) => hasher).sort(), ['bcrypt', 'bcrypt', 'keyed', 'keyed'])
  for (const digest of [bcrypt, php]) refused(await verify(server, id, digest), 422, 'totp_invalid_length')
  // What begins like a digest and is none is a code like any other.
  for (const code of ['plain-code', 'Imported Code', 'from-php-77', '$2b$04$short']) {
    assert.equal((await verify(server, id, code)).body.code_type, 'backup_code', code)
    assert.equal((await verify(server, id, code)).status, 422, code)
  }
  assert.equal((await read(server, id)).backup_code_enabled, false)
})

rule('CRT-19', 'backup codes without another factor are kept, and are none by themselves', async (server) => {
  const user = await server.create({ email_address: [address()], backup_codes: ['plain-code'] })
  assert.deepEqual(factorsOf(user), {
    two_factor_enabled: false,
    totp_enabled: false,
    backup_code_enabled: true,
  })
  assert.equal(user.mfa_enabled_at, null)
  const none = await server.create({ email_address: [address()], backup_codes: [] })
  assert.equal(none.backup_code_enabled, false)
})

const costly = '$2b$16$abcdefghijklmnopqrstuu1knOKfyKmvFeiaef9X7mAtSmM6hBo.W'
const allowed = costly.replace('$16$', '$15$')
const wrongs: [body: object, code: string, param: string][] = [
  ...['', 'not base32', 'AAAAAAAAAAAAAAA1', 'GEZDGNBVGY3TQOJ', 'A'.repeat(120)].map(
    (totp_secret): [object, string, string] => [{ totp_secret }, 'invalid_totp_secret_code', 'totp_secret'],
  ),
  [{ totp_secret: 12345678 }, 'form_param_type_invalid', 'totp_secret'],
  [{ backup_codes: 'plain-code' }, 'form_param_type_invalid', 'backup_codes'],
  [{ backup_codes: ['plain-code', '-1-2-3-'] }, 'form_param_value_invalid', 'backup_codes'],
  [{ backup_codes: [costly] }, 'form_param_value_invalid', 'backup_codes'],
  [
    { backup_codes: [allowed, allowed, allowed, allowed, allowed] },
    'form_param_value_invalid',
    'backup_codes',
  ],
  [
    { backup_codes: Array.from({ length: 33 }, (_, i) => `plain-code-${i}`) },
    'form_param_array_size_exceeded',
    'backup_codes',
  ],
]
scenarios(
  createUser,
  wrongs.map(([fields, code, param]) => ({
    rule: param === 'totp_secret' ? 'CRT-18' : 'CRT-19',
    name: `${JSON.stringify(fields).slice(0, 60)} is refused`,
    send: { email_address: [address('wrong.factor')], ...fields },
    status: 422,
    code,
    param,
  })),
)

rule(
  'SET-9',
  'where apps and backup codes are switched off their fields do not exist',
  async (server) => {
    const fields = { totp_secret: secret, backup_codes: ['plain-code'] }
    const unknown = ['totp_secret', 'backup_codes'].map((param) => `form_param_unknown ${param}`)
    const created = await server.request('POST', '/users', {
      body: { email_address: [address()], ...fields },
    })
    refused(created, 422, ...unknown)
    const { id } = await server.create({ email_address: [address()] })
    refused(await server.request('PATCH', `/users/${id}`, { body: fields }), 422, ...unknown)
  },
  { settings: { attributes: { authenticator_app: { enabled: false }, backup_code: { enabled: false } } } },
)
