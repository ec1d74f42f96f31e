import assert from 'node:assert/strict'
import { test } from 'node:test'
import { everyBody, refusals } from '#contract/refusals.ts'
import { createUser } from '#contract/users/create-user.ts'
import { refused } from '#tests/api/given-users.ts'
import { refusedPasswords } from '#tests/api/refused-passwords.ts'
import { type RuleOptions, rule } from '#tests/rules.ts'
import type { TestServer } from '#tests/running-server.ts'

/** Sent beside what is wrong: whatever of it were written would be seen. */
const fine = {
  email_address: ['crt28@x.io', 'crt28.b@x.io'],
  phone_number: ['+12025550128'],
  web3_wallet: [`0x${'8'.repeat(40)}`],
  username: 'crt28_ada',
  external_id: 'crt28',
}
const held = {
  email_address: ['crt28.held@x.io'],
  email_address_identification_status: ['reserved'],
  phone_number: ['+12025550129'],
  web3_wallet: [`0x${'9'.repeat(40)}`],
  username: 'crt28_held',
  external_id: 'crt28-held',
}
const json = { 'content-type': 'application/json' }
const many = (of: (i: number) => string) => Array.from({ length: 101 }, (_, i) => of(i))
const settings = (value: Record<string, unknown>): RuleOptions => ({ settings: value })
const text = JSON.stringify(fine)

interface Row {
  name: string
  status?: number
  /** Changes to the fine body. */
  body?: Record<string, unknown>
  rawBody?: string | Buffer
  headers?: Record<string, string>
  options?: RuleOptions
  errors: string[]
}

const bodies: Row[] = [
  {
    name: 'unknown keys, each told in the order of the body',
    body: { nickname: 'A', first_name: 'Ada', id: 'user_1', totp_enabled: true, __proto: 1 },
    errors: ['nickname', 'id', 'totp_enabled', '__proto'].map((key) => `form_param_unknown ${key}`),
  },
  {
    name: 'a key called __proto__',
    rawBody: text.replace('{', '{"__proto__":{"banned":true},'),
    errors: ['form_param_unknown __proto__'],
  },
  {
    name: 'a secret of an authenticator app that is no base32',
    body: { totp_secret: 'not base32!' },
    errors: ['invalid_totp_secret_code totp_secret'],
  },
  {
    name: 'wrong JSON types',
    body: { email_address: 'crt28@x.io', username: 7, banned: 'yes', created_at: 1_350_717_320_902 },
    errors: ['email_address', 'username', 'banned', 'created_at'].map((p) => `form_param_type_invalid ${p}`),
  },
  {
    name: 'null where there is no null',
    body: { email_address: null, phone_number: null, web3_wallet: [null] },
    errors: ['email_address', 'phone_number', 'web3_wallet'].map((p) => `form_param_type_invalid ${p}`),
  },
  {
    name: 'a limit that is no whole number',
    body: { create_organizations_limit: 1.5 },
    errors: ['form_param_type_invalid create_organizations_limit'],
  },
  {
    name: 'a negative limit',
    body: { create_organizations_limit: -1 },
    errors: ['form_param_value_invalid create_organizations_limit'],
  },
  {
    name: 'a limit beyond 31 bits',
    body: { create_organizations_limit: 2_147_483_648 },
    errors: ['form_param_value_too_large create_organizations_limit'],
  },
  {
    name: 'a key twice',
    rawBody: text.replace('{', '{"username":"crt28_first",'),
    errors: ['form_param_duplicate username'],
  },
  {
    name: 'a number beyond every double',
    rawBody: text.replace('{', '{"public_metadata":{"a":1e400},'),
    errors: ['form_param_value_invalid public_metadata'],
  },
  { name: 'malformed JSON', status: 400, rawBody: text.slice(0, -1), errors: ['request_body_invalid'] },
  { name: 'an array', status: 400, rawBody: `[${text}]`, errors: ['request_body_invalid'] },
  {
    name: 'another media type',
    status: 415,
    rawBody: text,
    headers: { 'content-type': 'text/plain' },
    errors: ['unsupported_content_type'],
  },
  {
    name: 'more than 1 MB',
    status: 413,
    rawBody: text.replace('{', `{${' '.repeat(1024 * 1024)}`),
    errors: ['request_body_too_large'],
  },
  {
    name: 'bytes that are not UTF-8',
    rawBody: Buffer.from(text.replace('crt28_ada', 'crt28_\u00ff'), 'latin1'),
    errors: ['form_param_value_invalid body'],
  },
]

const values: Row[] = [
  {
    name: 'malformed identifiers',
    body: { email_address: ['crt28@x.io', 'x'], phone_number: ['1'], web3_wallet: ['0x'] },
    errors: ['email_address', 'phone_number', 'web3_wallet'].map((p) => `form_param_format_invalid ${p}`),
  },
  {
    name: 'a locale and a time zone that are none',
    body: { locale: 'english_please', timezone: 'Mars/Olympus' },
    errors: ['form_param_format_invalid locale', 'form_param_format_invalid timezone'],
  },
  {
    name: 'times that are none',
    body: { created_at: '2023-02-29T00:00:00Z', legal_accepted_at: 'yesterday' },
    errors: ['form_param_invalid_time created_at', 'form_param_invalid_time legal_accepted_at'],
  },
  {
    name: 'a control character',
    body: { first_name: 'A\u0000da' },
    errors: ['form_param_value_invalid first_name'],
  },
  {
    name: 'texts that are too long',
    body: { first_name: 'a'.repeat(257), last_name: 'b'.repeat(257), external_id: 'c'.repeat(257) },
    errors: ['external_id', 'first_name', 'last_name'].map((p) => `form_param_max_length_exceeded ${p}`),
  },
  {
    name: 'the same address twice',
    body: { email_address: ['crt28@x.io', 'CRT28@x.io'] },
    errors: ['form_param_duplicate email_address'],
  },
  {
    name: 'statuses that do not match',
    body: { email_address_identification_status: ['reserved'] },
    errors: ['form_param_array_length_mismatch email_address_identification_status'],
  },
  {
    name: 'more than 100 identifiers of a kind',
    body: {
      email_address: many((i) => `crt28.${i}@x.io`),
      phone_number: many((i) => `+1202555${1000 + i}`),
      web3_wallet: many((i) => `0x${String(i).padStart(40, '0')}`),
    },
    errors: ['email_address', 'phone_number', 'web3_wallet'].map(
      (p) => `form_param_array_size_exceeded ${p}`,
    ),
  },
  {
    name: 'a username that is too short',
    body: { username: 'ada' },
    errors: ['form_username_invalid_length username'],
  },
  {
    name: 'a username with a space',
    body: { username: 'crt28 ada' },
    errors: ['form_username_invalid_character username'],
  },
  {
    name: 'a username of digits',
    body: { username: '12025550128' },
    errors: ['form_username_needs_non_number_char username'],
  },
  {
    name: 'a username that reads as a phone number',
    body: { username: '+12025550128' },
    errors: ['form_username_cannot_be_phone_number username'],
  },
  {
    name: 'metadata that is no object',
    body: { public_metadata: [], private_metadata: null, unsafe_metadata: 'x' },
    errors: ['public', 'private', 'unsafe'].map((field) => `form_param_value_invalid ${field}_metadata`),
  },
  {
    name: 'metadata that is too large',
    body: { private_metadata: { a: 'x'.repeat(8192) } },
    errors: ['form_param_exceeds_allowed_size private_metadata'],
  },
  {
    name: 'several problems at once',
    body: { username: 'ad', email_address: ['x'], locale: '?', unsafe_metadata: { a: 'x'.repeat(8192) } },
    errors: [
      'form_param_format_invalid locale',
      'form_param_format_invalid email_address',
      'form_username_invalid_length username',
      'form_param_exceeds_allowed_size unsafe_metadata',
    ],
  },
]

const claims: Row[] = (
  ['email_address', 'phone_number', 'web3_wallet', 'username', 'external_id'] as const
).map((key) => ({
  name: `the ${key} of somebody else, behind others that are free`,
  body: { [key]: Array.isArray(fine[key]) ? [...fine[key], ...held[key]] : held[key] },
  errors: [`form_identifier_exists ${key}`],
}))

const instances: Row[] = [
  {
    name: 'a name that the instance requires',
    options: settings({ attributes: { first_name: { required: true } } }),
    errors: ['form_data_missing'],
  },
  {
    name: 'an attribute that the instance has switched off',
    options: settings({ attributes: { phone_number: { enabled: false } } }),
    errors: ['form_param_unknown phone_number'],
  },
  {
    name: 'consent that the instance demands',
    options: settings({ sign_up: { legal_consent_enabled: true } }),
    errors: ['form_param_missing legal_accepted_at'],
  },
  {
    name: 'an address on the blocklist, behind one that is free',
    status: 403,
    options: settings({ restrictions: { blocklist: { enabled: true, identifiers: ['crt28.b@x.io'] } } }),
    errors: ['not_allowed_access'],
  },
  {
    name: 'a ban where there are none',
    status: 402,
    options: settings({ supports_ban: false }),
    body: { banned: true },
    errors: ['unsupported_subscription_plan_features'],
  },
  {
    name: 'a lock where there are none',
    status: 403,
    options: settings({ user_lockout: { enabled: false } }),
    body: { locked: true },
    errors: ['feature_not_enabled'],
  },
]

const stored = async (server: TestServer) => ({
  users: await server.rows('users'),
  identifications: await server.rows('identifications'),
  passwords: await server.rows('passwords'),
  events: await server.rows('events'),
})

const rows: Row[] = [...bodies, ...values, ...claims, ...instances, ...refusedPasswords(fine.username)]

for (const { name, status = 422, body, rawBody, headers, options, errors } of rows)
  rule(
    'CRT-28 EVT-4',
    `a refused create leaves nothing behind: ${name}`,
    async (server) => {
      if (claims.some((row) => row.name === name)) await server.request('POST', '/users', { body: held })
      const before = await stored(server)
      const request = rawBody ? { rawBody, headers: { ...json, ...headers } } : { body: { ...fine, ...body } }
      refused(await server.request('POST', '/users', request), status, ...errors)
      assert.deepEqual(await stored(server), before)
    },
    options,
  )

rule('CRT-28', 'after all these refusals the very same user can be created', async (server) => {
  assert.equal((await server.create(fine)).username, fine.username)
})

test('every refusal that the operation declares is met above', () => {
  const met = new Set(rows.flatMap((row) => row.errors.map((error) => error.split(' ')[0])))
  const declared = [...createUser.refusals, ...everyBody].filter((name) => name in refusals)
  assert.deepEqual(
    declared.filter((name) => !met.has(name)),
    [],
  )
})
