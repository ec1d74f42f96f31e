import assert from 'node:assert/strict'
import { gzipSync } from 'node:zlib'
import { operations } from '#contract/operations.ts'
import { call, completeUser, readyUser } from '#tests/api/any-operation.ts'
import { address, refused } from '#tests/api/given-users.ts'
import { checked, rawBytes, rawRequest } from '#tests/raw-request.ts'
import { rule } from '#tests/rules.ts'
import type { Answer, TestServer } from '#tests/running-server.ts'

const json = { 'content-type': 'application/json' }
const bytesMax = 1_048_576

const takers = operations.filter(({ body, bodyList }) => body && !bodyList)

/** Operations on a user whose body may be empty and then changes nothing, with their targets. */
const updates = [
  ['PATCH', (id: string) => `/users/${id}`],
  ['PATCH', (id: string) => `/users/${id}/metadata`],
  ['PUT', (id: string) => `/users/${id}/metadata`],
] as const

interface Sent {
  rawBody?: string | Buffer
  headers?: Record<string, string>
}

/** Sends the same to every operation that takes a body; none may change anything. */
async function refusedEverywhere(server: TestServer, sent: Sent, status: number, ...problems: string[]) {
  const user = await completeUser(server)
  const events = (await server.events()).length
  for (const operation of takers)
    refused(await call(server, operation, user, { body: undefined, ...sent }), status, ...problems)
  assert.deepEqual((await server.request('GET', `/users/${user.id}`)).body, user)
  assert.equal((await server.events()).length, events)
}

rule('BOD-1', 'application/json is accepted with and without parameters', async (server) => {
  const types = [
    'application/json',
    'Application/JSON',
    'application/json; charset=utf-8',
    'application/json;',
  ]
  types.push(
    'application/json;charset="UTF-8"',
    'application/json; charset=utf8',
    'application/json; profile=x',
  )
  types.push('application/json ; charset=UTF-8; boundary=x')
  for (const type of types) {
    const answer = await server.request('POST', '/users', {
      rawBody: JSON.stringify({ email_address: [address('type')], first_name: 'Ñandú' }),
      headers: { 'content-type': type },
    })
    assert.equal(answer.status, 200, `${type} ${answer.text}`)
    assert.equal(answer.body.first_name, 'Ñandú', type)
    assert.equal(answer.headers.get('content-type'), 'application/json')
  }
})

const otherTypes = [
  ...['text/plain', 'text/json', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'],
  ...[
    'application/vnd.api+json',
    'application/json5',
    'application/jsonp',
    'application/xml',
    'nonsense',
    '*/*',
  ],
  ...['application/json, text/plain', 'json', 'application/json; charset=utf-16', 'application/', '/json'],
  ...['application/json; charset=iso-8859-1', 'text/plain; application/json'],
]
for (const type of otherTypes)
  rule('BOD-2', `a body of the type ${type} is refused`, (server) =>
    refusedEverywhere(
      server,
      { rawBody: '{"first_name":"Ada"}', headers: { 'content-type': type } },
      415,
      'unsupported_content_type',
    ),
  )

rule('BOD-2', 'a body without a type is refused', async (server) => {
  const body = JSON.stringify({ email_address: [address('type')] })
  const headers = { 'content-length': String(body.length) }
  const answer = await rawRequest(server, { method: 'POST', target: '/v1/users', headers, body })
  refused(checked('POST', '/users', answer), 415, 'unsupported_content_type')
})

rule('BOD-2', 'a form body opens no second way to write a user', async (server) => {
  const answer = await server.request('POST', '/users', {
    rawBody: 'email_address[]=form%40example.com&banned=true',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
  refused(answer, 415, 'unsupported_content_type')
  assert.deepEqual((await server.request('GET', '/users?email_address=form%40example.com')).body, [])
})

rule('BOD-2', 'a compressed body is refused', (server) =>
  refusedEverywhere(
    server,
    { rawBody: gzipSync('{"first_name":"Ada"}'), headers: { ...json, 'content-encoding': 'gzip' } },
    415,
    'unsupported_content_type',
  ),
)

const empties: [string, Sent][] = [
  ['no body and no type', {}],
  ['no body under a JSON type', { headers: json }],
  ['an empty body under a JSON type', { rawBody: '', headers: json }],
  ['an empty body without a type', { rawBody: Buffer.alloc(0) }],
  ['null', { rawBody: 'null', headers: json }],
  ['null among white space', { rawBody: ' \n\tnull\r\n', headers: json }],
  ['an empty object', { rawBody: '{}', headers: json }],
]
for (const [name, sent] of empties)
  rule('BOD-5 BOD-4 UPD-1 MET-5 RMD-2', `${name} is an empty object`, async (server) => {
    const user = await server.create({ email_address: [address('empty')], public_metadata: { kept: 1 } })
    for (const [method, target] of updates) {
      const answer = await server.request(method, target(user.id), sent)
      assert.equal(answer.status, 200, answer.text)
      assert.deepEqual(answer.body, user)
    }
    refused(await server.request('POST', '/users', sent), 422, 'form_data_missing')
  })

/** As the Go client writes every body: in chunks, without a length. */
const chunked = (method: string, target: string, server: TestServer, ...chunks: string[]) =>
  rawBytes(
    server,
    `${method} ${target} HTTP/1.1\r\nHost: bartleby\r\nConnection: close\r\nAuthorization: Bearer ${server.secretKey}\r\n` +
      `Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n` +
      `${chunks.map((chunk) => `${Buffer.byteLength(chunk).toString(16)}\r\n${chunk}\r\n`).join('')}0\r\n\r\n`,
  )

rule('BOD-5 BOD-15', 'a chunked null is taken by every method, as the Go client sends it', async (server) => {
  const user = await server.create({ email_address: [address('go')] })
  for (const [method, target] of updates) {
    const path = target(user.id)
    const answer = checked(method, path, await chunked(method, `/v1${path}`, server, 'null'))
    assert.equal(answer.status, 200, answer.text)
    assert.deepEqual(answer.body, user)
  }
  const pieces = await chunked('PATCH', `/v1/users/${user.id}`, server, '{"first_na', 'me":"Gö', 'pher"}')
  assert.equal(pieces.body.first_name, 'Göpher')
  const path = `/users/${user.id}`
  const gone = checked('DELETE', path, await chunked('DELETE', `/v1${path}`, server, 'null'))
  assert.deepEqual(gone.body, { object: 'user', id: user.id, deleted: true })
})

rule('BOD-6', 'a JSON content type without a body is harmless on GET and DELETE', async (server) => {
  const user = await server.create({ email_address: [address('type')] })
  for (const path of ['/users?limit=1', '/users/count', `/users/${user.id}`])
    assert.equal((await server.request('GET', path, { headers: json })).status, 200, path)
  const deleted = await server.request('DELETE', `/users/${user.id}`, { headers: json })
  assert.deepEqual(deleted.body, { object: 'user', id: user.id, deleted: true })
})

rule('BOD-15', 'a body sent to an operation that takes none is ignored', async (server) => {
  const bodies: [string, string][] = [
    ['application/json', 'null'],
    ['application/json', '{"email_address":["x@example.com"],"deleted":false}'],
    ['application/json', '{"broken'],
    ['application/json', '[1,2]'],
    ['text/plain', 'hello'],
    ['nonsense', '\u0000'],
  ]
  for (const [type, body] of bodies) {
    const user = await server.create({ email_address: [address('ignored')] })
    const headers = { 'content-type': type, 'content-length': String(body.length) }
    const get = { method: 'GET', target: `/v1/users/${user.id}`, headers, body }
    const read = checked('GET', `/users/${user.id}`, await rawRequest(server, get))
    assert.deepEqual(read.body, user, body)
    const sent = { rawBody: body, headers: { 'content-type': type } }
    const answer = await server.request('DELETE', `/users/${user.id}`, sent)
    assert.equal(answer.status, 200, `${type} ${body} ${answer.text}`)
    assert.deepEqual(answer.body, { object: 'user', id: user.id, deleted: true })
  }
})

rule(
  'BOD-15 BOD-10',
  'a body over 1 MB is ignored or refused as declared where none is taken',
  async (server) => {
    const user = await server.create({ email_address: [address('ignored')] })
    const sent = { rawBody: ' '.repeat(bytesMax + 1), headers: json }
    const answer = await server.request('DELETE', `/users/${user.id}`, sent)
    if (answer.status !== 200) refused(answer, 413, 'request_body_too_large')
  },
)

rule(
  'BOD-3 BOD-4 HDR-1',
  'every answer of every operation has the exact type and the trace id',
  async (server) => {
    const answers: Answer[] = []
    for (const operation of operations)
      answers.push(await call(server, operation, await readyUser(server, operation)))
    for (const answer of answers) assert.equal(answer.status, 200)
    for (const target of ['/users/user_nobody', '/nowhere', '/users?banned=x'])
      answers.push(await server.request('GET', target))
    answers.push(await server.request('GET', '/users', { anonymous: true }))
    answers.push(await server.request('POST', '/users', { rawBody: '{', headers: json }))
    answers.push(await server.request('POST', '/users', { rawBody: 'x'.repeat(bytesMax + 1), headers: json }))
    const traces = new Set(answers.map((answer) => answer.headers.get('clerk-trace-id')))
    for (const answer of answers) assert.equal(answer.headers.get('content-type'), 'application/json')
    assert.equal(traces.size, answers.length, 'a trace id was used twice')
  },
)

rule('BOD-12', 'the defaults that generated clients send along are no refusal', async (server) => {
  const user = await server.create({ email_address: [address('defaults')], public_metadata: {} })
  const quiet = { notify_primary_email_address_changed: false }
  const updated = await server.request('PATCH', `/users/${user.id}`, { body: quiet })
  assert.deepEqual(updated.body, user)
  const flags = { ...quiet, skip_password_checks: false, sign_out_of_other_sessions: false }
  assert.deepEqual((await server.request('PATCH', `/users/${user.id}`, { body: flags })).body, user)
  const listed = await server.request('GET', '/users?limit=10&offset=0&order_by=-created_at&')
  assert.deepEqual(listed.body[0], user)
  const created = {
    email_address: [address('defaults')],
    skip_password_checks: false,
    skip_password_requirement: false,
    skip_legal_checks: false,
    skip_user_requirement: false,
    bypass_client_trust: false,
    banned: false,
    locked: false,
  }
  assert.equal((await server.request('POST', '/users', { body: created })).status, 200)
})

for (const operation of takers.filter(({ body }) => body!.required?.length))
  rule('ERR-5', `all that ${operation.id} misses, or is told to be null, is named`, async (server) => {
    const user = await readyUser(server, operation)
    const required = operation.body!.required!
    const codes = {
      form_param_missing: {},
      form_param_nil: Object.fromEntries(required.map((name) => [name, null])),
    }
    for (const [code, body] of Object.entries(codes)) {
      const answer = await call(server, operation, user, { body })
      refused(answer, 422, ...required.map((name) => `${code} ${name}`))
    }
  })
