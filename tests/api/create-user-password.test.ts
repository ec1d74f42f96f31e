import assert from 'node:assert/strict'
import { createUser } from '#contract/users/create-user.ts'
import { rule, type Scenario, scenarios } from '#tests/rules.ts'
import { guess, password, withPassword } from './passwords.ts'

const bcrypt = {
  password_digest: '$2b$10$abcdefghijklmnopqrstuu1knOKfyKmvFeiaef9X7mAtSmM6hBo.W',
  password_hasher: 'bcrypt',
}
let counter = 0
const email = () => ({ email_address: [`create.password.${++counter}@example.com`] })

rule('CRT-17', 'a password is enabled from the creation on', async (server) => {
  for (const given of [{ password }, bcrypt]) {
    const user = await withPassword(server, given)
    assert.equal(user.password_enabled, true)
    assert.equal(user.password_last_updated_at, user.created_at)
    assert.equal((await guess(server, user.id, password)).status, 200)
  }
  for (const given of [{}, { password: null }, { password_digest: null }, { skip_password_checks: true }]) {
    const user = await withPassword(server, given)
    assert.equal(user.password_enabled, false)
    assert.equal(user.password_last_updated_at, null)
  }
})

const nothingIsLeft: Scenario['check'] = async (_, __, server) => {
  const rows = await server.rows('passwords')
  assert.deepEqual(rows, [])
  assert.deepEqual(await server.rows('users'), [])
}

const refusals: [string, string, object, string | string[], string | string[]][] = [
  [
    'CRT-14',
    'password and digest together',
    { ...bcrypt, password },
    'form_conditional_param_disallowed',
    'password_digest',
  ],
  [
    'CRT-14',
    'a digest without a hasher',
    { password_digest: bcrypt.password_digest },
    'form_conditional_param_missing',
    'password_hasher',
  ],
  [
    'CRT-14',
    'a hasher without a digest',
    { password_hasher: 'bcrypt' },
    'form_conditional_param_missing',
    'password_digest',
  ],
  [
    'CRT-15',
    'an unknown hasher',
    { ...bcrypt, password_hasher: 'rot13' },
    'form_param_value_invalid',
    'password_hasher',
  ],
  [
    'CRT-15',
    'a hasher whose format nobody has published',
    { ...bcrypt, password_hasher: 'hmac_sha256_utf16_b64' },
    'form_param_value_invalid',
    'password_hasher',
  ],
  [
    'CRT-15',
    'the name of something that every object has',
    { ...bcrypt, password_hasher: 'constructor' },
    'form_param_value_invalid',
    'password_hasher',
  ],
  [
    'CRT-15',
    'a digest of another hasher',
    { ...bcrypt, password_hasher: 'argon2id' },
    'form_password_digest_invalid_code',
    'password_digest',
  ],
  [
    'CRT-15',
    'an empty digest',
    { ...bcrypt, password_digest: '' },
    'form_password_digest_invalid_code',
    'password_digest',
  ],
  [
    'CRT-15 PWD-5',
    'a digest that would cost too much',
    { ...bcrypt, password_digest: bcrypt.password_digest.replace('$10$', '$31$') },
    'form_password_digest_invalid_code',
    'password_digest',
  ],
  ['CRT-16', 'an empty password', { password: '' }, 'form_param_nil', 'password'],
  [
    'CRT-16',
    'an empty password, checks skipped',
    { password: '', skip_password_checks: true },
    'form_param_nil',
    'password',
  ],
  ['CRT-16', 'a short password', { password: 'aB3$567' }, 'form_password_length_too_short', 'password'],
  [
    'CRT-16 PWD-3',
    'a long password',
    { password: 'x'.repeat(73) },
    ['form_password_length_too_long', 'form_password_size_in_bytes_exceeded'],
    ['password', 'password'],
  ],
  [
    'PWD-3',
    '73 bytes, checks skipped',
    { password: 'x'.repeat(73), skip_password_checks: true },
    'form_password_size_in_bytes_exceeded',
    'password',
  ],
  [
    'PWD-3',
    'few characters of many bytes',
    { password: '🐎'.repeat(19) },
    'form_password_size_in_bytes_exceeded',
    'password',
  ],
  ['PWD-7', 'a common password', { password: 'Password123' }, 'form_password_pwned', 'password'],
  [
    'CRT-16 ERR-5',
    'a password beside other values',
    { password: 'short', phone_number: ['12'] },
    ['form_param_format_invalid', 'form_password_length_too_short'],
    ['phone_number', 'password'],
  ],
]
scenarios(
  createUser,
  refusals.map(([rule, name, given, code, param]) => ({
    rule: `${rule} CRT-28`,
    name,
    options: { settings: { username: { min_length: 3 } } },
    send: { ...email(), ...given },
    status: 422,
    code,
    param,
    check: nothingIsLeft,
  })),
)

scenarios(createUser, [
  ...(
    [
      ['email_address', { email_address: ['grace.hopper@example.com'] }, 'Grace.Hopper@example.com'],
      ['username', { username: 'amazing_grace' }, 'Amazing_Grace'],
      ['phone number', { phone_number: ['+12025550142'] }, '+12025550142'],
    ] as const
  ).map(([kind, given, text]) => ({
    rule: 'PWD-7',
    name: `a password that equals the ${kind}`,
    send: { ...given, password: text },
    status: 422,
    code: 'form_password_matches_identifier',
    param: 'password',
  })),
  {
    rule: 'PWD-7',
    name: 'a common password, checks skipped',
    send: { ...email(), password: 'password', skip_password_checks: true },
    status: 200,
    expect: { password_enabled: true },
  },
  {
    rule: 'PWD-3',
    name: '72 bytes are not too many',
    send: { ...email(), password: 'é'.repeat(36) },
    status: 200,
  },
])

rule('PWD-4', 'what is typed is compared as it is', async (server) => {
  for (const [given, others] of [
    ['  spaced out  ', ['spaced out', '  spaced out', 'spaced out  ']],
    ['caf\u00e9 au lait', ['cafe\u0301 au lait', 'CAF\u00c9 AU LAIT', 'cafe au lait']],
    ['tab\tand\nline', ['tab and line', 'tab\tand\r\nline']],
    ['\ufb01rst ligature', ['first ligature']],
  ] as const) {
    const user = await withPassword(server, { password: given })
    for (const other of others) assert.equal((await guess(server, user.id, other)).status, 422, other)
    assert.equal((await guess(server, user.id, given)).status, 200)
  }
})

rule('PWD-4', 'a NUL and what is no Unicode are no part of a password', async (server) => {
  const refused = async (rawBody: string, code: string) => {
    const answer = await server.request('POST', '/users', {
      rawBody,
      headers: { 'content-type': 'application/json' },
    })
    assert.equal(answer.status, 422)
    assert.equal(answer.body.errors[0].code, code)
  }
  const body = (text: string) => `{"email_address":["nul@example.com"],"password":"${text}"}`
  await refused(body('nul\\u0000inside the text'), 'form_password_validation_failed')
  await refused(body('half a pair \\ud800'), 'form_param_value_invalid')
  const user = await withPassword(server, bcrypt)
  assert.equal((await guess(server, user.id, `${password}\0`)).status, 422)
  assert.equal((await guess(server, user.id, `${password}\0anything`)).status, 422)
})

rule(
  'PWD-3 PWD-4',
  'byte 73 of an imported bcrypt password does not count, until it is ours',
  async (server) => {
    const { hash } = await import('@node-rs/bcrypt')
    const long = 'a'.repeat(80)
    const user = await withPassword(server, {
      password_digest: await hash(long, 4),
      password_hasher: 'bcrypt',
    })
    assert.equal((await guess(server, user.id, long)).status, 200)
    assert.equal((await guess(server, user.id, 'a'.repeat(72))).status, 422)
    assert.equal((await guess(server, user.id, `${'a'.repeat(79)}b`)).status, 422)
    assert.equal((await guess(server, user.id, long)).status, 200)
  },
)
