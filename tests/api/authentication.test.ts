import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { getUserList } from '#contract/users/get-user-list.ts'
import { address, refused } from '#tests/api/given-users.ts'
import { checked, rawRequest } from '#tests/raw-request.ts'
import { rule, scenarios } from '#tests/rules.ts'
import type { TestServer } from '#tests/running-server.ts'
import { type RunningCommand, runBartleby } from '#tests/spawned-server.ts'

const secretOf = (server: TestServer) => server.secretKey
const withHeader = (server: TestServer, authorization: string) =>
  server.request('GET', '/users/count', { headers: { authorization } })

rule('AUT-1', 'the secret key as a bearer opens every operation below /v1', async (server) => {
  const user = await server.create({ email_address: [address('key')] })
  const path = `/users/${user.id}`
  const calls: [string, string, unknown?][] = [
    ['GET', '/users'],
    ['GET', '/users/count'],
    ['GET', path],
    ['PATCH', path, { first_name: 'Key' }],
    ['PATCH', `${path}/metadata`, { public_metadata: { a: 1 } }],
    ['PUT', `${path}/metadata`, { public_metadata: { b: 1 } }],
    ['DELETE', path],
  ]
  for (const [method, target, body] of calls)
    assert.equal((await server.request(method, target, { body })).status, 200, `${method} ${target}`)
  const outside = await fetch(`${server.url}/users`, { headers: { authorization: `Bearer ${user.id}` } })
  assert.equal(outside.status, 404)
})

rule(
  'AUT-1 AUT-3',
  'the word bearer may have any letter case and several spaces behind it',
  async (server) => {
    for (const start of ['Bearer ', 'bearer ', 'BEARER ', 'bEaReR ', 'Bearer   '])
      assert.equal((await withHeader(server, start + secretOf(server))).status, 200, start)
  },
)

scenarios(getUserList, [
  ...['Bearer', 'Bearer ', 'Basic dXNlcjpwYXNz', 'Token abc', 'Bearer a b', 'Bearer, abc', 'Bearer\tabc', '']
    .concat(['sk_test_abc', 'Bearerabc', 'Bearer=abc', 'Bearer:abc', 'Bearer abc,Bearer abc', ' ', 'null'])
    .map((authorization) => ({
      rule: 'AUT-3',
      name: `the header ${JSON.stringify(authorization)} has the wrong form`,
      headers: { authorization },
      status: 401,
      code: 'authorization_header_format_invalid',
      check: (answer: { body: { errors: object[] } }) =>
        assert.ok(answer.body.errors.every((error) => !('meta' in error))),
    })),
])

rule('AUT-3', 'the right key in a header of the wrong form opens nothing', async (server) => {
  const key = secretOf(server)
  const forms = [key, `Basic ${Buffer.from(`${key}:`).toString('base64')}`, `Token ${key}`, `Bearer ${key} x`]
  for (const form of [...forms, `Bearer "${key}"x y`, `Bearer ${key}, Bearer ${key}`, `Bearer${key}`])
    refused(await withHeader(server, form), 401, 'authorization_header_format_invalid')
})

rule('AUT-2', 'without an Authorization header nothing is said or done', async (server) => {
  const answer = await server.request('GET', '/users', { anonymous: true })
  refused(answer, 401, 'authentication_invalid')
  assert.equal(answer.body.errors[0].message, 'Invalid authentication')
  assert.deepEqual(Object.keys(answer.body).sort(), ['clerk_trace_id', 'errors'])
})

rule('AUT-2', 'a key anywhere but in the Authorization header counts as none', async (server) => {
  const key = secretOf(server)
  const elsewhere: Record<string, string>[] = [
    { 'x-authorization': `Bearer ${key}` },
    { 'proxy-authorization': `Bearer ${key}` },
    { 'x-api-key': key },
    { cookie: `__session=${key}; authorization=Bearer%20${key}; __client=${key}` },
    { 'x-forwarded-authorization': `Bearer ${key}`, 'x-forwarded-for': '127.0.0.1' },
    { 'clerk-secret-key': key },
  ]
  for (const headers of elsewhere)
    refused(
      await server.request('GET', '/users', { anonymous: true, headers }),
      401,
      'authentication_invalid',
    )
  for (const name of ['key', 'secret_key', 'authorization', 'access_token', 'token', '__clerk_secret_key'])
    refused(
      await server.request('GET', `/users?${name}=${key}&${name}=Bearer%20${key}`, { anonymous: true }),
      401,
      'authentication_invalid',
    )
  const body = { email_address: [address()], authorization: `Bearer ${key}`, secret_key: key }
  refused(await server.request('POST', '/users', { anonymous: true, body }), 401, 'authentication_invalid')
})

rule('AUT-4', 'an unknown secret key is refused, however near it is to the right one', async (server) => {
  const key = secretOf(server)
  const hash = createHash('sha256').update(key).digest('hex')
  const [stored] = await server.rows('secret_keys')
  const wrong = [
    'sk_test_unknown',
    'x',
    key.slice(0, -1),
    `${key}x`,
    key.toUpperCase(),
    `sk_test_${hash}`,
    hash,
  ]
  wrong.push(key.replace('sk_test_', 'sk_live_'), key.replace('sk_test_', 'pk_test_'), key.slice(8))
  wrong.push(
    String(stored?.id),
    String(stored?.hint),
    '*',
    '%',
    `${key}%00`,
    "'or'1'='1",
    'sk_test_',
    '__proto__',
  )
  wrong.push(`pk_test_${Buffer.from('127.0.0.1:4747$').toString('base64')}`, 'eyJhbGciOiJub25lIn0.e30.')
  for (const presented of wrong)
    refused(await withHeader(server, `Bearer ${presented}`), 401, 'clerk_key_invalid')
  assert.equal((await withHeader(server, `Bearer ${key}`)).status, 200)
})

rule('AUT-4', 'a key of 60 KB is unknown; one beyond 64 KB is a malformed request', async (server) => {
  const [large, huge] = await Promise.all(
    [60_000, 70_000].map((size) =>
      rawRequest(server, {
        target: '/v1/users/count',
        headers: { authorization: `Bearer sk_test_${'a'.repeat(size)}` },
      }),
    ),
  )
  refused(checked('GET', '/users/count', large!), 401, 'clerk_key_invalid')
  refused(checked('GET', '/users/count', huge!), 400, 'malformed_request_parameters')
  assert.equal((await server.request('GET', '/users/count')).status, 200)
})

rule('AUT-3', 'two Authorization headers are refused, also when both hold the key', async (server) => {
  const good = `Authorization: Bearer ${secretOf(server)}`
  for (const second of [
    good,
    'authorization: Bearer sk_test_other',
    'AUTHORIZATION: Basic abc',
    'Authorization:',
  ])
    for (const lines of [`${good}\r\n${second}`, `${second}\r\n${good}`]) {
      const answer = await rawRequest(server, {
        target: '/v1/users',
        headers: { authorization: lines.slice(lines.indexOf(':') + 1) },
      })
      refused(checked('GET', '/users', answer), 401, 'authorization_header_format_invalid')
    }
})

const environmentOf = ({ database }: TestServer) => ({
  BARTLEBY_DATA: database.data,
  BARTLEBY_DATABASE_URL: database.databaseUrl,
  BARTLEBY_SECRET_KEY: database.secretKey,
  BARTLEBY_ENCRYPTION_KEY: database.encryptionKey,
})

async function finished(command: RunningCommand): Promise<string> {
  const { code } = await command.exited
  assert.equal(code, 0, command.output())
  return command.stdout().trim()
}

rule(
  'AUT-5 AUT-6 AUT-7 AUT-8',
  'several keys are valid side by side, and revoking one leaves the others',
  async (server) => {
    const key = await finished(runBartleby(['keys', 'create'], environmentOf(server)))
    assert.match(key, /^sk_test_\w{24,}$/)
    assert.equal((await withHeader(server, `Bearer ${key}`)).status, 200)
    assert.equal((await withHeader(server, `Bearer ${secretOf(server)}`)).status, 200)
    const hash = createHash('sha256').update(key).digest('hex')
    const stored = (await server.rows('secret_keys')).find((row) => row.hash === hash)
    assert.ok(stored, 'the new key is not stored as its hash')
    await finished(runBartleby(['keys', 'revoke', String(stored.id)], environmentOf(server)))
    refused(await withHeader(server, `Bearer ${key}`), 401, 'clerk_key_invalid')
    refused(
      await server.request('POST', '/users', {
        headers: { authorization: `Bearer ${key}` },
        body: { email_address: [address('revoked')] },
      }),
      401,
      'clerk_key_invalid',
    )
    assert.equal((await withHeader(server, `Bearer ${secretOf(server)}`)).status, 200)
    assert.equal((await server.request('GET', '/users/count')).body.total_count, 0)
  },
  { fresh: true },
)

rule('AUT-7', 'a generated key has the environment in its prefix', async (server) => {
  const key = secretOf(server).replace('sk_test_', 'sk_live_')
  const env = { ...environmentOf(server), BARTLEBY_SECRET_KEY: key, BARTLEBY_ENVIRONMENT: 'live' }
  const live = await finished(runBartleby(['keys', 'create'], env))
  assert.match(live, /^sk_live_\w{24,}$/)
  refused(await withHeader(server, `Bearer ${live}`), 401, 'clerk_key_invalid')
  const another = await finished(runBartleby(['keys', 'create'], env))
  assert.match(another, /^sk_live_\w{24,}$/)
  assert.notEqual(another, live)
})

rule(
  'AUT-1',
  'a live instance takes live keys alone',
  async (server) => {
    assert.match(server.secretKey, /^sk_live_/)
    assert.equal((await server.request('GET', '/users')).status, 200)
    const test = server.secretKey.replace('sk_live_', 'sk_test_')
    refused(await withHeader(server, `Bearer ${test}`), 401, 'clerk_key_invalid')
  },
  { environment: 'live' },
)

rule(
  'AUT-8',
  'the key is nowhere in the database, only its hash is',
  async (server) => {
    await server.create({ email_address: [address('hash')] })
    const secret = server.secretKey.slice('sk_test_'.length)
    const hash = createHash('sha256').update(server.secretKey).digest('hex')
    const rows = await server.rows('secret_keys')
    assert.deepEqual(
      rows.map((row) => row.hash),
      [hash],
    )
    for (const table of ['users', 'identifications', 'events', 'secret_keys', 'instance', 'migrations'])
      assert.ok(!JSON.stringify(await server.rows(table)).includes(secret), table)
    for (const name of await readdir(server.database.data)) {
      const bytes = await readFile(join(server.database.data, name))
      assert.ok(!bytes.includes(secret) && !bytes.includes(Buffer.from(secret).toString('base64')), name)
    }
    assert.ok(!server.log.join('').includes(secret))
  },
  { fresh: true },
)
