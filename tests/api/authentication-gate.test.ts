import assert from 'node:assert/strict'
import type { Operation } from '#contract/operation.ts'
import { operations } from '#contract/operations.ts'
import { completeUser, pathOf } from '#tests/api/any-operation.ts'
import { address } from '#tests/api/given-users.ts'
import { checked, rawBytes } from '#tests/raw-request.ts'
import { rule } from '#tests/rules.ts'
import type { Answer, TestServer } from '#tests/running-server.ts'

const canary = 'gate.canary'

/** Whatever is no key, by what a caller may have meant with it. */
const credentials = (key: string, user: string): Record<string, Record<string, string>> => ({
  none: {},
  'an empty header': { authorization: '' },
  'the scheme alone': { authorization: 'Bearer' },
  'an unknown key': { authorization: `Bearer sk_test_${'0'.repeat(48)}` },
  'a publishable key': { authorization: 'Bearer pk_test_MTI3LjAuMC4xOjQ3NDck' },
  'a key cut short': { authorization: `Bearer ${key.slice(0, -1)}` },
  'a key in capitals': { authorization: `Bearer ${key.toUpperCase()}` },
  'the key without its scheme': { authorization: key },
  'the key as a password': { authorization: `Basic ${Buffer.from(`${key}:`).toString('base64')}` },
  'the key twice in one header': { authorization: `Bearer ${key}, Bearer ${key}` },
  'two headers': { authorization: `Bearer ${key}\r\nAuthorization: Bearer ${key}` },
  'the id of a user': { authorization: `Bearer ${user}` },
  'an unsigned token': { authorization: 'Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJ1c2VyXzEifQ.' },
  'a wildcard': { authorization: 'Bearer *' },
  'a null': { authorization: 'Bearer null' },
  'a key of 30 KB': { authorization: `Bearer ${'k'.repeat(30_000)}` },
  'a cookie': { cookie: `__session=${key}; Authorization=Bearer ${key}` },
  'other headers': { 'x-authorization': `Bearer ${key}`, 'x-api-key': key, 'clerk-secret-key': key },
  'a proxy': { 'proxy-authorization': `Bearer ${key}`, 'x-forwarded-for': '127.0.0.1' },
  'a trusted origin': { origin: 'http://127.0.0.1', host: '127.0.0.1', 'x-real-ip': '127.0.0.1' },
  'a subrequest': { 'x-middleware-subrequest': 'middleware:middleware', 'x-internal': '1' },
  'another method': {
    'x-http-method-override': 'GET',
    'x-original-url': '/health',
    'x-rewrite-url': '/docs',
  },
  'a version': { 'clerk-api-version': '2026-05-12', accept: 'text/html' },
  'a wrong version': { 'clerk-api-version': '1999-01-01' },
  'an upgrade': { connection: 'close, upgrade', upgrade: 'websocket', 'sec-websocket-version': '13' },
})

/** Other spellings of a target. */
const spellings: Record<string, (target: string, key: string) => string> = {
  'as it is': (target) => target,
  'the key in the query': (target, key) => `${target}?key=${key}&authorization=Bearer%20${key}&token=${key}`,
  'a version in the query': (target) => `${target}?__clerk_api_version=2026-05-12`,
  'a broken query': (target) => `${target}?x=%zz`,
  'a trailing slash': (target) => `${target}/`,
  'a doubled slash in front': (target) => `/${target}`,
  'doubled slashes': (target) => target.replaceAll('/', '//'),
  'a dot segment': (target) => target.replace('/v1/', '/v1/./'),
  'a way round': (target) => target.replace('/v1/', '/health/../v1/'),
  'an escaped way round': (target) => target.replace('/v1/', '/docs/%2e%2e/v1/'),
  'escaped letters': (target) => target.replace('users', '%75sers'),
  'an escaped slash': (target) => target.replace('/users', '%2fusers'),
  capitals: (target) => target.replace('/v1', '/V1').replace('users', 'Users'),
  'a semicolon': (target) => `${target};a=b`,
  'an escaped NUL': (target) => `${target}%00`,
  'a fragment': (target) => `${target}#/docs`,
  'another host': (target) => `http://elsewhere.example${target}`,
  'a suffix': (target) => `${target}.json`,
}

const hasBody = ({ method }: Operation) => method !== 'GET' && method !== 'DELETE'

/** A request with these headers and no others, the target as it is. */
function keyless(
  server: TestServer,
  method: string,
  target: string,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const body = JSON.stringify({ email_address: [address('intruder')], first_name: 'Intruder', banned: true })
  const all = {
    host: new URL(server.url).host,
    connection: 'close',
    'content-type': 'application/json',
    'content-length': String(body.length),
    ...headers,
  }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`)
  return rawBytes(server, `${method} ${target} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${body}`)
}

/** With an origin and no key a request to `/v1/organizations` is one of the Frontend API, which knows no such page. */
const allowed: Record<number, string[]> = {
  400: ['malformed_request_parameters', 'origin_invalid'],
  401: ['authentication_invalid', 'authorization_header_format_invalid', 'clerk_key_invalid'],
  404: ['resource_not_found'],
}

/**
 * Every credential and every spelling is met by every operation and on every engine; of the spellings but the first,
 * each operation takes every fifth pair, so that any five operations in a row meet all of them.
 */
const stride = 5
const isMet = (operation: number, credential: number, spelling: number) =>
  spelling === 0 || (operation + credential + spelling) % stride === 0

for (const [at, operation] of operations.entries())
  rule(
    'AUT-2 AUT-3 AUT-4',
    `without the key ${operation.id} tells nothing and does nothing, however it is asked`,
    async (server) => {
      const user = await completeUser(server, canary)
      const path = `/v1${pathOf(operation, user)}`
      const tables = ['users', 'identifications', 'passwords', 'events']
      const state = async () => JSON.stringify(await Promise.all(tables.map((table) => server.rows(table))))
      const before = await state()
      for (const [i, [what, headers]] of Object.entries(credentials(server.secretKey, user.id)).entries())
        for (const [j, [how, spell]] of Object.entries(spellings).entries()) {
          if (!isMet(at, i, j)) continue
          const isOfBrowsers = what === 'a trusted origin' && path.startsWith('/v1/organizations')
          const target = spell(path, server.secretKey)
          const answer = checked(
            operation.method,
            how === 'as it is' && !isOfBrowsers ? operation.path : '/nowhere',
            await keyless(server, operation.method, target, headers),
          )
          const told = `${what}, ${how}: ${answer.text}`
          assert.ok(allowed[answer.status]?.includes(answer.body.errors[0].code), told)
          assert.ok(!/canary|gate\.|first_name/i.test(answer.text), told)
          if (how === 'as it is' && !isOfBrowsers) assert.equal(answer.status, 401, told)
        }
      assert.equal(await state(), before, 'something has changed')
    },
    { fresh: true },
  )

rule('AUT-2', 'without the key every method is refused alike', async (server) => {
  const user = await server.create({ email_address: [address(canary)] })
  const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'TRACE', 'PROPFIND', 'QUERY']
  for (const target of [
    '/v1/users',
    '/v1/users/count',
    `/v1/users/${user.id}`,
    `/v1/users/${user.id}/metadata`,
  ])
    for (const method of methods) {
      const known = operations.some(
        (one) => one.method === method && `/v1${one.path.replace('{user_id}', user.id)}` === target,
      )
      // The path of the count is a possible id, so the operations on a user stand behind it.
      const asUser = target.endsWith('/count') && ['PATCH', 'DELETE'].includes(method)
      const answer = await keyless(server, method, target)
      assert.equal(answer.status, known || asUser ? 401 : 404, `${method} ${target}`)
      assert.ok(!answer.text.includes('canary'), answer.text)
    }
  assert.deepEqual((await server.request('GET', `/users/${user.id}`)).body, user)
})

rule(
  'AUT-2 AUT-4 GET-1',
  'without the key nobody learns whether a user, an address or a number exists',
  async (server) => {
    const user = await completeUser(server, canary)
    const texts = new Set<string>()
    for (const operation of operations.filter(({ path }) => path.includes('{')))
      for (const path of [pathOf(operation, user), operation.path.replace(/\{\w+\}/, 'nobody')]) {
        const sent = hasBody(operation) ? { body: {} } : {}
        const headers = { authorization: 'Bearer sk_test_unknown' }
        const answer = await server.request(operation.method, path, { ...sent, headers })
        assert.equal(answer.status, 401)
        texts.add(answer.text.replace(answer.body.clerk_trace_id, ''))
      }
    assert.equal(texts.size, 1, 'the answers differ')
  },
)
