import assert from 'node:assert/strict'
import { operations } from '#contract/operations.ts'
import { call, completeUser } from '#tests/api/any-operation.ts'
import { address, problems, refused } from '#tests/api/given-users.ts'
import { checked, rawBytes } from '#tests/raw-request.ts'
import { rule } from '#tests/rules.ts'
import type { TestServer } from '#tests/running-server.ts'

const json = { 'content-type': 'application/json' }
const bytesMax = 1_048_576

const takers = operations.filter(({ body, bodyList }) => body && !bodyList)
/** What some must be given is told to be missing beside everything else. */
const metadataTakers = takers.filter(
  ({ body }) => 'public_metadata' in body!.properties && !body!.required?.length,
)

/**
 * Sends the text to every operation that takes a body, or, where it is about the parameters in it, metadata;
 * none may change anything.
 */
async function refusedEverywhere(
  server: TestServer,
  rawBody: string | Buffer,
  status: number,
  ...expected: string[]
) {
  const user = await completeUser(server)
  const events = (await server.events()).length
  for (const operation of status === 422 ? metadataTakers : takers)
    refused(await call(server, operation, user, { rawBody, headers: json }), status, ...expected)
  assert.deepEqual((await server.request('GET', `/users/${user.id}`)).body, user)
  assert.equal((await server.events()).length, events)
}

const malformed: [string, string | Buffer][] = [
  ['half an object', '{"first_name":"Ada"'],
  ['a lone brace', '{'],
  ['trailing garbage', '{} x'],
  ['two objects', '{}{}'],
  ['null and more', 'null null'],
  ['a trailing comma', '{"first_name":"Ada",}'],
  ['single quotes', "{'first_name':'Ada'}"],
  ['a bare key', '{first_name:"Ada"}'],
  ['a comment', '{"first_name":"Ada"/* why */}'],
  ['NaN', '{"first_name":NaN}'],
  ['undefined', 'undefined'],
  ['a raw line break in a text', '{"first_name":"A\nda"}'],
  ['a wrong escape', '{"first_name":"\\x41"}'],
  ['half a unicode escape', '{"first_name":"\\u12"}'],
  ['a leading zero', '{"create_organizations_limit":01}'],
  ['a byte order mark', '\ufeff{"first_name":"Ada"}'],
  ['NUL bytes', '\0\0\0\0'],
  ['white space alone', ' \n\t '],
  ['a form', 'first_name=Ada'],
  ['UTF-16', Buffer.from('{"a":1}', 'utf16le')],
]
for (const [name, body] of malformed)
  rule('BOD-9', `${name} is malformed JSON`, (server) =>
    refusedEverywhere(server, body, 400, 'request_body_invalid'),
  )

for (const body of ['[]', '[{"first_name":"Ada"}]', '1', '0', '-0.5', '"text"', '""', 'true', 'false'])
  rule('BOD-13', `the body ${body} is neither an object nor null`, (server) =>
    refusedEverywhere(server, body, 400, 'request_body_invalid'),
  )

rule('BOD-13', 'an array of 100,000 levels is refused, not crashed on', (server) =>
  refusedEverywhere(server, '['.repeat(100_000) + ']'.repeat(100_000), 400, 'request_body_invalid'),
)

rule('BOD-7 ERR-5', 'several unknown keys give one error each, in the order of the body', async (server) => {
  const keys = [
    'zeta',
    'alpha',
    'Password',
    'First_Name',
    'user_id',
    'id',
    'mfa',
    'alpha ',
    '',
    'a.b',
    'ключ',
  ]
  keys.push(
    '__proto__',
    'constructor',
    'hasOwnProperty',
    'object',
    'created_at ',
    '"',
    '{param}',
    '$1',
    '<b>',
  )
  const body = `{${keys.map((key, i) => `${JSON.stringify(key)}:${i}`).join(',')}}`
  await refusedEverywhere(server, body, 422, ...keys.map((key) => `form_param_unknown ${key}`.trim()))
  const answer = await server.request('POST', '/users', { rawBody: '{"nick_name":1}', headers: json })
  assert.deepEqual(answer.body.errors, [
    {
      message: 'is unknown',
      long_message: 'nick_name is not a valid parameter for this request.',
      code: 'form_param_unknown',
      meta: { param_name: 'nick_name' },
    },
  ])
})

rule('BOD-7', '50,000 unknown keys give 50,000 errors, and soon', async (server) => {
  const started = performance.now()
  const keys = Array.from({ length: 50_000 }, (_, i) => `k${i}`)
  const rawBody = `{${keys.map((key) => `"${key}":1`).join(',')}}`
  const answer = await server.request('POST', '/users', { rawBody, headers: json })
  refused(answer, 422, ...keys.map((key) => `form_param_unknown ${key}`))
  assert.ok(performance.now() - started < 15_000, 'it took too long')
})

const wrongTypes: Record<string, unknown[]> = {
  email_address: [
    'a@example.com',
    { 0: 'a@example.com' },
    1,
    true,
    null,
    [1],
    [null],
    [['a@example.com']],
    [{}],
  ],
  username: [1, true, [], {}, ['ada']],
  first_name: [1, 1.5, false, [], {}],
  banned: ['true', 1, 0, 'false', [], {}],
  locked: ['yes', 1],
  create_organizations_limit: ['5', 1.5, true, [], {}, [5]],
  external_id: [5, {}, []],
  created_at: [1_700_000_000_000, {}, [], true],
  email_address_identification_status: ['verified', {}, [1]],
}
rule('BOD-8', 'a value of the wrong type is refused, and nothing is converted', async (server) => {
  for (const [param, values] of Object.entries(wrongTypes))
    for (const value of values) {
      const body = { email_address: [address('types')], [param]: value }
      const answer = await server.request('POST', '/users', { body })
      const status = param === 'email_address_identification_status' && Array.isArray(value)
      const code = status ? /^form_param_(type|value)_invalid / : /^form_param_type_invalid /
      assert.equal(answer.status, 422, `${param} ${JSON.stringify(value)} ${answer.text}`)
      assert.equal(problems(answer).length, 1, answer.text)
      assert.match(problems(answer)[0]!, code, JSON.stringify(value))
      assert.equal(answer.body.errors[0].meta.param_name, param)
    }
})

rule(
  'BOD-8 ERR-5',
  'unknown keys and wrong types are told together, in the order of the body',
  async (server) => {
    const rawBody = `{"mystery":1,"first_name":5,"banned":"no","last_name":"${'x'.repeat(257)}","riddle":null,"public_metadata":[]}`
    const answer = await server.request('POST', '/users', { rawBody, headers: json })
    refused(
      answer,
      422,
      'form_param_unknown mystery',
      'form_param_type_invalid first_name',
      'form_param_type_invalid banned',
      'form_param_max_length_exceeded last_name',
      'form_param_unknown riddle',
      'form_param_value_invalid public_metadata',
    )
  },
)

rule('BOD-14', 'a key twice at the top of a body is refused', async (server) => {
  const user = await server.create({ email_address: [address('twice')], first_name: 'Kept' })
  const twice = ['{"first_name":"A","first_name":"B"}', '{"first_name":"A","first_name":"A"}']
  twice.push(
    '{"first_name":"A","last_name":"L","first\\u005fname":"B"}',
    '{"first_name":null,"first_name":null}',
  )
  for (const rawBody of twice) {
    const answer = await server.request('PATCH', `/users/${user.id}`, { rawBody, headers: json })
    refused(answer, 422, 'form_param_duplicate first_name')
  }
  const mixed = '{"a":1,"last_name":"x","a":2,"last_name":"y","last_name":"z"}'
  const answer = await server.request('PATCH', `/users/${user.id}`, { rawBody: mixed, headers: json })
  assert.equal(answer.status, 422)
  assert.deepEqual(problems(answer).toSorted(), [
    'form_param_duplicate a',
    'form_param_duplicate last_name',
    'form_param_unknown a',
  ])
  const many = `{${Array.from({ length: 60_000 }, () => '"first_name":"x"').join(',')}}`
  const large = await server.request('PATCH', `/users/${user.id}`, { rawBody: many, headers: json })
  refused(large, 422, 'form_param_duplicate first_name')
  assert.deepEqual((await server.request('GET', `/users/${user.id}`)).body, user)
})

rule('BOD-11', 'bytes that are not UTF-8 are refused', async (server) => {
  const bytes = ['ff', 'c328', 'c0af', 'eda080', 'f4908080', 'e28228', '80', 'f0288cbc']
  for (const hex of bytes) {
    const body = Buffer.concat([Buffer.from('{"first_name":"'), Buffer.from(hex, 'hex'), Buffer.from('"}')])
    await refusedEverywhere(server, body, 422, 'form_param_value_invalid body')
  }
})

const nested = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`
const nests = (size: number) => '['.repeat(size) + ']'.repeat(size)

rule('BOD-9 STR-7', '100,000 levels are refused, naming the key at the top', async (server) => {
  for (const deep of [nested(100_000), nests(100_000), `{"b":${nests(100_000)}}`]) {
    await refusedEverywhere(
      server,
      `{"public_metadata":${deep}}`,
      422,
      'form_param_value_invalid public_metadata',
    )
    await refusedEverywhere(server, `{"riddle":${deep}}`, 422, 'form_param_value_invalid riddle')
  }
})

rule('BOD-7 STR-7', '70,000 keys in metadata are too large, and soon refused', async (server) => {
  const started = performance.now()
  const keys = Array.from({ length: 70_000 }, (_, i) => `"k${i}":1`).join(',')
  const body = `{"email_address":["many@example.com"],"public_metadata":{${keys}}}`
  const created = await server.request('POST', '/users', { rawBody: body, headers: json })
  refused(created, 422, 'form_param_exceeds_allowed_size public_metadata')
  assert.ok(performance.now() - started < 10_000, 'it took too long')
})

rule('BOD-10', 'a body of 1 MB is read, one byte more is refused', async (server) => {
  const user = await server.create({ email_address: [address('large')] })
  const padded = (size: number) => '{"first_name":"Large"}'.padEnd(size)
  const sent = { rawBody: padded(bytesMax), headers: json }
  const whole = await server.request('PATCH', `/users/${user.id}`, sent)
  assert.equal(whole.status, 200, whole.text)
  assert.equal(whole.body.first_name, 'Large')
  for (const rawBody of [padded(bytesMax + 1), 'x'.repeat(bytesMax * 3), '€'.repeat(bytesMax / 3 + 1)])
    await refusedEverywhere(server, rawBody, 413, 'request_body_too_large')
  assert.equal((await server.request('GET', '/users/count')).status, 200)
})

const chunk = (size: number) => `${size.toString(16)}\r\n${' '.repeat(size)}\r\n`
const start = (server: TestServer, more: string) =>
  `POST /v1/users HTTP/1.1\r\nHost: bartleby\r\nAuthorization: Bearer ${server.secretKey}\r\nContent-Type: application/json\r\n${more}\r\n\r\n`

rule('BOD-10', 'a streamed body over 1 MB is refused too', async (server) => {
  const stream = (size: number) =>
    `${start(server, 'Connection: close\r\nTransfer-Encoding: chunked')}${chunk(65_536).repeat(size / 65_536)}${chunk(1)}0\r\n\r\n`
  refused(checked('POST', '/users', await rawBytes(server, stream(bytesMax))), 413, 'request_body_too_large')
  const below = checked('POST', '/users', await rawBytes(server, stream(bytesMax - 65_536)))
  refused(below, 400, 'request_body_invalid')
})

rule('BOD-10', 'a body announced as too large is refused before it is sent', async (server) => {
  for (const length of [bytesMax + 1, 5_000_000_000, Number.MAX_SAFE_INTEGER]) {
    const answer = await rawBytes(server, start(server, `Connection: close\r\nContent-Length: ${length}`))
    refused(checked('POST', '/users', answer), 413, 'request_body_too_large')
  }
})

rule('BOD-10 AUT-2', 'without a key no byte of a large body is looked at', async (server) => {
  const headers = { ...json, authorization: 'Bearer sk_test_wrong' }
  for (const rawBody of ['x'.repeat(bytesMax + 1), 'x'.repeat(bytesMax * 2), '{"broken'])
    refused(await server.request('POST', '/users', { rawBody, headers }), 401, 'clerk_key_invalid')
})

rule(
  'BOD-10',
  'after a refusal the connection answers the next request, or is closed cleanly',
  async (server) => {
    const body = ' '.repeat(bytesMax + 1)
    const next = `GET /v1/users/count HTTP/1.1\r\nHost: bartleby\r\nConnection: close\r\nAuthorization: Bearer ${server.secretKey}\r\n\r\n`
    const answer = await rawBytes(server, `${start(server, `Content-Length: ${body.length}`)}${body}${next}`)
    assert.equal(answer.status, 413)
    const [first, second = ''] = answer.text.split('HTTP/1.1 ')
    refused({ ...answer, body: JSON.parse(first!) }, 413, 'request_body_too_large')
    if (answer.headers.get('connection') !== 'close') {
      assert.match(second, /^200 /)
      assert.match(second, /"total_count":\d+\}$/)
    } else assert.equal(second, '')
  },
)
