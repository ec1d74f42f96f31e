import assert from 'node:assert/strict'
import fc from 'fast-check'
import { userFilters, userOrderFields } from '#contract/users/user-filters.ts'
import { address } from '#tests/api/given-users.ts'
import { checked, rawRequest } from '#tests/raw-request.ts'
import { rule } from '#tests/rules.ts'
import type { TestServer } from '#tests/running-server.ts'

/** Sends the bytes; the answer must be a success or a refusal that the contract declares. */
async function notFailed(server: TestServer, method: string, target: string, body?: string) {
  const headers: Record<string, string> =
    body === undefined
      ? {}
      : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) }
  const answer = await rawRequest(server, { method, target, headers, body })
  const about = `${method} ${target.slice(0, 200)} ${body?.slice(0, 200) ?? ''}: ${answer.text.slice(0, 400)}`
  assert.ok(answer.status >= 200 && answer.status < 500, about)
  checked(method, target.replace(/^\/v1/, ''), answer)
}

const oddValues = [
  '',
  '%',
  '%zz',
  '%00',
  'a%00b',
  '%FF%FE',
  '%ED%A0%80',
  '%F0%9F%92%A9',
  '%E2%80%8B',
  '+',
  '-',
  '%2B',
  '%2B%2B',
  "'%20or%201=1--",
  '%25%5F%5C',
  '%22%5C%27%3B',
  '99999999999999999999999',
  '-99999999999999999999999',
  '9007199254740993',
  '1e308',
  '0x10',
  'NaN',
  'Infinity',
  '-0',
  '1.5',
  'null',
  'true%00',
  '[]',
  '%7B%7D',
  'x'.repeat(9000),
]
const listKeys = [
  ...Object.keys(userFilters),
  'limit',
  'offset',
  'starting_after',
  'order_by',
  '%00',
  '[]',
  '',
]

rule('STR-7', 'no value of any query parameter is answered with 5xx', async (server) => {
  await server.create({ email_address: [address('odd')] })
  for (const key of listKeys)
    for (const [i, value] of oddValues.entries()) {
      await notFailed(server, 'GET', `/v1/users?${key}=${value}`)
      // The count reads its filters with the same code.
      if (i % 5 === 3) await notFailed(server, 'GET', `/v1/users/count?${key}=${value}`)
    }
  for (const field of userOrderFields)
    await notFailed(server, 'GET', `/v1/users?order_by=-${field}&offset=9007199254740991&limit=500`)
})

rule('STR-7', 'no id in a path is answered with 5xx', async (server) => {
  const ids = [
    ...oddValues.filter(Boolean),
    '%2e%2e',
    '..',
    '.',
    '%2F',
    'a%2Fb',
    'user_%F0%9F%92%A9',
    ';',
    '*',
  ]
  for (const id of ids)
    for (const [method, path, body] of [
      ['GET', '', undefined],
      ['PATCH', '', '{"first_name":"Ada"}'],
      ['PATCH', '/metadata', '{"public_metadata":{"a":1}}'],
      ['PUT', '/metadata', '{"public_metadata":{"a":1}}'],
      ['DELETE', '', undefined],
    ] as const)
      await notFailed(server, method, `/v1/users/${id}${path}`, body)
})

const deep = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`
const oddJson = [
  'null',
  'true',
  '[]',
  '{}',
  '""',
  '0',
  '-1',
  '0.5',
  '1e400',
  '-1e400',
  '123456789012345678901234567890',
  '"\\u0000"',
  '"a\\u0000b"',
  '"\\ud800"',
  '"\\udc00\\ud800"',
  '"\u202e\u0007"',
  '"2020-02-30T00:00:00Z"',
  '"0000-01-01T00:00:00Z"',
  '"9999-12-31T23:59:60Z"',
  '"+275760-09-13T00:00:00.000Z"',
  '[null]',
  '[[]]',
  '[{}]',
  '[""]',
  '["\\u0000"]',
  '["a@b","a@b"]',
  '{"":{"":{"":null}}}',
  '{"__proto__":{"x":1},"constructor":null,"toString":"\\u0000"}',
  `"${'x'.repeat(20_000)}"`,
  `["${'x'.repeat(300)}@example.com"]`,
  deep(1199),
  deep(1300),
  `[${'['.repeat(1300)}${']'.repeat(1300)}]`,
]
const bodyKeys = [
  'email_address',
  'email_address_identification_status',
  'phone_number',
  'web3_wallet',
  'username',
  'external_id',
  'first_name',
  'locale',
  'timezone',
  'created_at',
  'legal_accepted_at',
  'create_organizations_limit',
  'delete_self_enabled',
  'banned',
  'public_metadata',
  'primary_email_address_id',
  'profile_image_id',
  'password',
  '\\u0000',
  '__proto__',
  '',
]

rule('STR-7', 'no value in a body is answered with 5xx', async (server) => {
  for (const key of bodyKeys) {
    const { id } = await server.create({ email_address: [address('odd')] })
    for (const value of oddJson) {
      const body = `{"${key}":${value}}`
      await notFailed(server, 'POST', '/v1/users', body)
      await notFailed(server, 'PATCH', `/v1/users/${id}`, body)
      if (!/metadata|proto/.test(key)) continue
      await notFailed(server, 'PATCH', `/v1/users/${id}/metadata`, body)
      await notFailed(server, 'PUT', `/v1/users/${id}/metadata`, body)
      await notFailed(server, 'GET', `/v1/users/${id}`)
    }
  }
})

const anyText = fc.oneof(fc.string({ unit: 'binary', maxLength: 30 }), fc.string({ maxLength: 30 }))
const percent = (text: string) =>
  [...Buffer.from(text, 'utf8')].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')

rule('STR-7', 'no random request is answered with 5xx', async (server) => {
  const { id } = await server.create({ email_address: [address('odd')], username: 'odd_requests' })
  const query = fc.array(fc.tuple(fc.constantFrom(...listKeys), anyText), { maxLength: 5 })
  const value = fc.oneof(
    anyText,
    fc.integer(),
    fc.double(),
    fc.boolean(),
    fc.array(anyText),
    fc.json().map(String),
  )
  const body = fc.dictionary(fc.constantFrom(...bodyKeys.slice(0, -3)), value, { maxKeys: 4 })
  await fc.assert(
    fc.asyncProperty(query, body, async (pairs, object) => {
      const target = pairs.map(([key, text]) => `${key}=${percent(text)}`).join('&')
      await notFailed(server, 'GET', `/v1/users?${target}`)
      await notFailed(server, 'GET', `/v1/users/count?${target}`)
      await notFailed(server, 'PATCH', `/v1/users/${id}`, JSON.stringify(object))
      await notFailed(server, 'POST', '/v1/users', JSON.stringify(object))
    }),
    { numRuns: 100 },
  )
})
