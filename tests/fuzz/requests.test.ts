import assert from 'node:assert/strict'
import fc from 'fast-check'
import { userFilters, userOrderFields } from '#contract/users/user-filters.ts'
import { address } from '#tests/api/given-users.ts'
import { checkSane, runs, text } from '#tests/fuzz/odd-requests.ts'
import { checked, rawBytes } from '#tests/raw-request.ts'
import { rule } from '#tests/rules.ts'
import type { Answer, TestServer } from '#tests/running-server.ts'

const fresh = { fresh: true }
const filterKeys = Object.keys(userFilters)
const pagingKeys = [
  'limit',
  'offset',
  'order_by',
  'starting_after',
  '__clerk_api_version',
  'other',
  '__proto__',
]
const sensible = fc.constantFrom(
  ...[
    'true',
    'false',
    '1',
    '10',
    '1700000000000',
    'oauth_google',
    '2021-02-05',
    '-user_1',
    '+user_1',
    'fuzz',
    'ada',
  ],
  ...userOrderFields.flatMap((field) => [field, `-${field}`]),
)
const pair = (keys: string[]) =>
  fc
    .tuple(fc.constantFrom(...keys, 'banned[]', 'user_id[]'), fc.oneof(text, sensible))
    .filter(([, value]) => value.isWellFormed())
    .map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(value)}`)
const brokenPair = fc.constantFrom('%', 'a=%zz', '=', '&', 'query=%ff', '[]=', '%5B%5D', 'limit', '?', '#')

async function someUsers(server: TestServer) {
  const users = []
  for (const name of ['Ada', 'Bob', 'Ünal', '李', ''])
    users.push(
      await server.create({ email_address: [address('fuzz')], first_name: name, banned: name === 'Bob' }),
    )
  return users
}

rule(
  'STR-7 CNT-1 ERR-1 PAG-6',
  'whatever a query says, list and count refuse it alike or agree about the total',
  async (server) => {
    await someUsers(server)
    const query = fc.array(fc.oneof({ weight: 9, arbitrary: pair(filterKeys) }, brokenPair), { maxLength: 5 })
    await fc.assert(
      fc.asyncProperty(query, async (parts) => {
        const [list, count] = await Promise.all(
          ['/users?limit=500&', '/users/count?'].map((path) => server.request('GET', path + parts.join('&'))),
        )
        checkSane(list!, parts)
        const codes = (answer: Answer) => answer.body.errors.map((error: { code: string }) => error.code)
        assert.equal(list!.status, count!.status)
        if (list!.status === 200) assert.equal(count!.body.total_count, list!.body.length)
        else assert.deepEqual(codes(list!), codes(count!))
      }),
      runs(250),
    )
  },
  fresh,
)

rule(
  'STR-7 PAG-2 PAG-3 ORD-5 LST-11',
  'whatever paging says, a page is a piece of the list or a refusal',
  async (server) => {
    const ids = new Set((await someUsers(server)).map((user) => user.id))
    const query = fc.array(pair(pagingKeys), { maxLength: 4 })
    await fc.assert(
      fc.asyncProperty(query, async (parts) => {
        const answer = await server.request('GET', `/users?${parts.join('&')}`)
        checkSane(answer, parts)
        if (answer.status !== 200) return
        const found: string[] = answer.body.map((user: { id: string }) => user.id)
        assert.equal(new Set(found).size, found.length)
        assert.ok(found.every((id) => ids.has(id)))
      }),
      runs(150),
    )
  },
  fresh,
)

const pathPiece = fc.constantFrom(
  ...[
    '/',
    '//',
    'v1',
    'users',
    'count',
    'metadata',
    '..',
    '.',
    '%2e',
    '%2f',
    '%00',
    '%',
    ';',
    '?',
    '&',
    '=',
    '#',
    '*',
  ],
  ...[
    'user_1',
    'USERS',
    '%75sers',
    '{user_id}',
    ':id',
    '\\',
    '%5c',
    '%ff',
    'openapi.json',
    'health',
    'images',
    '+',
    '@',
  ],
)

rule(
  'STR-7 ERR-1 ERR-6 AUT-2 QRY-11',
  'whatever a target is, without the key it opens nothing, and with it nothing breaks',
  async (server) => {
    await server.create({ email_address: ['canary@example.com'] })
    const methods = fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'QUERY')
    const start = fc.constantFrom('/', '/v1/', '/v1/users', '/v1/users/', '//', '/%76%31/', '/./')
    const target = fc
      .tuple(start, fc.array(pathPiece, { maxLength: 6 }))
      .map(([head, rest]) => head + rest.join(''))
    await fc.assert(
      fc.asyncProperty(methods, target, fc.boolean(), async (method, path, withKey) => {
        const key = withKey ? `Authorization: Bearer ${server.secretKey}\r\n` : ''
        const head = `${method} ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${key}\r\n`
        const answer = await rawBytes(server, head)
        const isDocument = /json|^text\/html|^image\/svg/.test(answer.headers.get('content-type') ?? '')
        assert.ok(answer.status < 500 && isDocument, `${head} ${answer.status} ${answer.text}`)
        if (answer.status >= 400) checked(method, '/nowhere', answer)
        if (!withKey) assert.ok(!answer.text.includes('canary'), head)
      }),
      runs(500),
    )
    assert.equal((await server.request('GET', '/users/count')).body.total_count, 1)
  },
  fresh,
)
