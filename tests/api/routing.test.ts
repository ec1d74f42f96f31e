import assert from 'node:assert/strict'
import { address, refused } from '#tests/api/given-users.ts'
import { checked, rawRequest } from '#tests/raw-request.ts'
import { rule } from '#tests/rules.ts'
import type { Answer, TestServer } from '#tests/running-server.ts'

const longMessage = (answer: Answer) => answer.body.errors[0].long_message
const get = async (server: TestServer, target: string, method = 'GET') =>
  checked(method, target.replace('/v1', ''), await rawRequest(server, { method, target }))

const nowhere = [
  ...[
    '/',
    '/v1',
    '/v1/',
    '/v2/users',
    '/users',
    '/v1/user',
    '/v1/Users',
    '/V1/users',
    '/v1/users/',
    '/v1/users/?limit=1',
  ],
  ...[
    '//v1/users',
    '/v1//users',
    '//v1//users',
    '/v1/users//',
    '/./v1/users',
    '/v1/./users',
    '/v1/users/.//',
    '/v1/../v1/users',
  ],
  ...[
    '/v1/%2e/users',
    '/%76%31/../v1/users',
    '/v1/users%2f',
    '/v1%2fusers',
    '/%2fv1/users',
    '/v1/users%2Fcount',
    '/v1\\users',
  ],
  ...[
    '/v1/users/count/',
    '/v1/users/count/1',
    '/v1/users;limit=1',
    '/v1/users%3Flimit=1',
    '/v1/users%00',
    '/v1/users%20',
  ],
  ...[
    '/v1/users/user_1/',
    '/v1/users/user_1/nothing',
    '/v1/users/user_1/metadata/',
    '/v1/users//metadata',
    '/v1/bartleby',
  ],
  ...[
    '/v1/role_sets',
    '/v1/sessions/',
    '/v1/sign_in_tokens/',
    '/v1/jwks/',
    '/v1/.well-known/jwks.json',
    '/v1/openapi.json',
    '/v1/health',
    '/v1/docs',
    '/.env',
    '/v1/.git/config',
  ],
]
rule('ERR-6 QRY-11', 'unknown routes are 404 in the envelope, and never the list', async (server) => {
  await server.create({ email_address: [address('secret')] })
  for (const target of nowhere) {
    const answer = await rawRequest(server, { target })
    refused(checked('GET', '/nowhere', answer), 404, 'resource_not_found')
    assert.equal(answer.body.errors[0].message, 'not found', target)
    assert.ok(!answer.text.includes('secret'), target)
  }
})

rule('ERR-6', 'unknown methods of known paths are 404 in the envelope, and do nothing', async (server) => {
  const user = await server.create({ email_address: [address('method')] })
  const unknown: Record<string, string[]> = {
    '/v1/users': [
      'PUT',
      'PATCH',
      'DELETE',
      'OPTIONS',
      'PROPFIND',
      'TRACE',
      'QUERY',
      'COPY',
      'SEARCH',
      'REPORT',
    ],
    '/v1/users/count': ['POST', 'PUT', 'OPTIONS', 'TRACE', 'LOCK'],
    [`/v1/users/${user.id}`]: ['POST', 'PUT', 'OPTIONS', 'TRACE', 'LOCK', 'MOVE'],
    [`/v1/users/${user.id}/metadata`]: ['GET', 'POST', 'DELETE', 'OPTIONS', 'TRACE', 'PURGE'],
  }
  for (const [target, methods] of Object.entries(unknown))
    for (const method of methods)
      for (const body of ['', '{"first_name":"Changed"}']) {
        const headers = { 'content-type': 'application/json', 'content-length': String(body.length) }
        const answer = await rawRequest(server, { method, target, headers, body })
        refused(checked(method, '/nowhere', answer), 404, 'resource_not_found')
      }
  assert.deepEqual((await server.request('GET', `/users/${user.id}`)).body, user)
})

rule(
  'ERR-6 HDR-1',
  'HEAD is no method of the API: 404 without a body, yet with the headers',
  async (server) => {
    for (const target of ['/v1/users', '/v1/users/count', '/v1/nowhere']) {
      const answer = await rawRequest(server, { method: 'HEAD', target })
      assert.equal(answer.status, 404, target)
      assert.equal(answer.text, '')
      assert.equal(answer.headers.get('content-type'), 'application/json')
      assert.match(answer.headers.get('clerk-trace-id') ?? '', /^[0-9a-f]{32}$/)
    }
  },
)

rule('ERR-6', 'a method in the headers or the query is not one', async (server) => {
  const user = await server.create({ email_address: [address('override')] })
  for (const name of ['x-http-method-override', 'x-http-method', 'x-method-override']) {
    const headers = { [name]: 'DELETE' }
    const answer = await server.request('GET', `/users/${user.id}?_method=DELETE`, { headers })
    assert.deepEqual(answer.body, user)
  }
  assert.equal((await server.request('GET', `/users/${user.id}`)).status, 200)
})

const strangeIds = [
  ...[
    '..',
    '.',
    '%2e%2e',
    '%2E',
    '...',
    'count%20',
    '__proto__',
    'constructor',
    'toString',
    'null',
    'undefined',
  ],
  ...[
    'user_1%2Fmetadata',
    'user_1%2fban',
    '..%2fusers',
    '%2e%2e%2fcount',
    '%2Fv1%2Fusers',
    'a%5Cb',
    '%00',
    'user_%00',
  ],
  ...[
    '%0A',
    '%0d%0aX-Injected:%201',
    '%3Fquery',
    '%23',
    '%25',
    '%2525',
    '*',
    ':user_id',
    '{user_id}',
    '%7Buser_id%7D',
  ],
  ...[
    "'or'1'='1",
    '%F0%9F%A6%8A',
    '%EF%BC%8E%EF%BC%8E',
    '-1',
    '0',
    'user_*',
    'USER_1',
    'x'.repeat(1000),
    'x'.repeat(4096),
  ],
]
rule('QRY-11 GET-1 ERR-9', 'a strange id is an unknown user, whatever it decodes to', async (server) => {
  const { id } = await server.create({ email_address: [address('strange')] })
  const own = [`${id}%00`, `${id}%20`, `%20${id}`, `${id}%2F`, `${id}%2f..`, `${id}%3F`, `${id}%2Fmetadata`]
  for (const text of [...strangeIds, ...own, id.toLowerCase(), `${id.slice(0, -1)}`, `${id}x`]) {
    for (const method of ['GET', 'DELETE']) {
      const answer = checked(
        method,
        '/users/x',
        await rawRequest(server, { method, target: `/v1/users/${text}` }),
      )
      refused(answer, 404, 'resource_not_found')
      const told = longMessage(answer)
      assert.equal(told, `No user was found with id ${decodeURIComponent(text)}`, `${method} ${text}`)
      assert.equal(answer.headers.get('x-injected'), null)
    }
  }
  assert.equal((await server.request('GET', `/users/${id}`)).status, 200)
})

rule('QRY-11', 'an escaped slash in an id never reaches the operation behind it', async (server) => {
  const user = await server.create({ email_address: [address('slash')], public_metadata: { kept: 1 } })
  const body = JSON.stringify({ public_metadata: { kept: 2 } })
  const headers = { 'content-type': 'application/json', 'content-length': String(body.length) }
  for (const slash of ['%2F', '%2f', '%5C', '%252F', '/.%2F', '%2F%2F'])
    for (const method of ['PATCH', 'PUT']) {
      const target = `/v1/users/${user.id}${slash}metadata`
      const answer = await rawRequest(server, { method, target, headers, body })
      refused(checked(method, '/nowhere', answer), 404, 'resource_not_found')
    }
  const up = `/v1/users/user_1/../${user.id}`
  for (const target of [
    up,
    `/v1/users/${user.id}/.`,
    `/v1/users/${user.id}/metadata/..`,
    `/v1/users/./${user.id}`,
  ])
    refused(await get(server, target, 'DELETE'), 404, 'resource_not_found')
  assert.deepEqual((await server.request('GET', `/users/${user.id}`)).body, user)
})

rule('QRY-11', 'a known id reads the same however its letters are escaped', async (server) => {
  const user = await server.create({ email_address: [address('escaped')] })
  const escaped = [...user.id].map((letter) => `%${letter.charCodeAt(0).toString(16)}`).join('')
  const answer = checked('GET', '/users/x', await rawRequest(server, { target: `/v1/users/${escaped}` }))
  assert.deepEqual(answer.body, user)
})

rule(
  'QRY-11 STR-7',
  'an id that is too long is unknown or a malformed request, never a crash',
  async (server) => {
    for (const size of [4097, 5000, 60_000, 100_000])
      for (const method of ['GET', 'DELETE']) {
        const answer = await rawRequest(server, { method, target: `/v1/users/${'x'.repeat(size)}` })
        checked(method, '/nowhere', answer)
        if (answer.status === 404) refused(answer, 404, 'resource_not_found')
        else refused(answer, 400, 'malformed_request_parameters')
      }
    assert.equal((await server.request('GET', '/users/count')).status, 200)
  },
)

rule('QRY-11', 'the target in its absolute form is answered like the path, or not at all', async (server) => {
  const user = await server.create({ email_address: [address('absolute')] })
  for (const origin of [
    'http://127.0.0.1',
    'http://elsewhere.example',
    'https://user:pass@elsewhere.example:1',
  ]) {
    const answer = await rawRequest(server, { target: `${origin}/v1/users/${user.id}` })
    if (answer.status === 200) assert.deepEqual(answer.body, user)
    else refused(checked('GET', '/nowhere', answer), 404, 'resource_not_found')
  }
})
