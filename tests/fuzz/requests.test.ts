import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Operation } from '#contract/operation.ts'
import { operations } from '#contract/operations.ts'
import { createUser } from '#contract/users/create-user.ts'
import { updateUser } from '#contract/users/update-user.ts'
import { userFilters, userOrderFields } from '#contract/users/user-filters.ts'
import { address } from '#tests/api/given-users.ts'
import { runs } from '#tests/fuzz/runs.ts'
import { checked, rawBytes } from '#tests/raw-request.ts'
import { rule } from '#tests/rules.ts'
import type { Answer, TestServer } from '#tests/running-server.ts'

const fresh = { fresh: true }
const json = { 'content-type': 'application/json' }
const innards = /node:internal|node_modules|sqlite|postgres|syntax error|\bat .*\.ts:\d+/i

/** No request, however odd, is answered with 5xx, or tells how the server is made. */
function checkSane(answer: Answer, sent: unknown): void {
  assert.ok(answer.status < 500, `${JSON.stringify(sent)} ${answer.text}`)
  if (answer.status >= 400) assert.doesNotMatch(answer.text.replace(/"long_message":"[^"]*"/g, ''), innards)
}

const nasty = fc.constantFrom(
  ...[
    '',
    ' ',
    '0',
    '-1',
    '1e9',
    'null',
    'true',
    '%',
    '_',
    "'",
    '"',
    '\\',
    '\0',
    '\n',
    '\ufeff',
    '\uffff',
    '💥',
  ],
  ...[
    "' or 1=1 --",
    '__proto__',
    'constructor',
    '${1}',
    '{param}',
    '$&',
    '../..',
    '<script>',
    '%00',
    'a'.repeat(300),
  ],
  ...[
    'user_',
    'idn_',
    '+1',
    '+12025550100',
    'a@b.co',
    '0x',
    '99999999999999999999',
    '-0',
    '\u202e',
    'ß',
    'İ',
    'ﬁ',
  ],
)
const text = fc.oneof(
  nasty,
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
)

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

const metadata = fc.oneof(fc.object({ maxDepth: 4 }), fc.jsonValue({ maxDepth: 5, stringUnit: 'binary' }))
const values = fc.oneof(
  { weight: 3, arbitrary: text },
  fc.array(text, { maxLength: 3 }),
  fc.constantFrom<unknown>(
    null,
    true,
    false,
    0,
    -1,
    1.5,
    1e308,
    2 ** 53,
    [],
    {},
    [null],
    ['verified'],
    ['reserved'],
  ),
  fc.constantFrom('2024-01-02T03:04:05.678Z', '0000-01-01T00:00:00Z', 'en-US', 'Europe/Vienna'),
  metadata,
)

/** An object of parameters of the operation and of some that it does not know. */
const bodyOf = ({ body }: Operation) =>
  fc.dictionary(
    fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom(...Object.keys(body?.properties ?? {})) },
      fc.constantFrom('password', 'id', 'object', '__proto__', 'constructor', 'toString', ''),
      fc.string({ unit: 'binary', maxLength: 4 }),
    ),
    values,
    { maxKeys: 4 },
  )

for (const operation of operations.filter(({ body }) => body))
  rule(
    'STR-7 BOD-8 EVT-1 EVT-4 ERR-1',
    `whatever a body of ${operation.id} says, it is done whole or refused whole`,
    async (server) => {
      const user = await server.create({ email_address: [address('fuzz')], username: 'fuzz_user' })
      const path = operation.path.replace('{user_id}', user.id)
      const state = async () => [await server.rows('users'), await server.rows('identifications')]
      let events = 1
      let before = await state()
      await fc.assert(
        fc.asyncProperty(bodyOf(operation), fc.boolean(), async (body, valid) => {
          const start = operation.method === 'POST' && valid ? { email_address: [address('fuzz')] } : {}
          const answer = await server.request(operation.method, path, { body: { ...start, ...body } })
          checkSane(answer, body)
          const [now, recorded] = [await state(), (await server.events()).length]
          const changed = JSON.stringify(now) !== JSON.stringify(before)
          assert.equal(recorded - events, changed ? 1 : 0, `${JSON.stringify(body)} ${answer.text}`)
          if (answer.status !== 200) assert.ok(!changed, JSON.stringify(body))
          else {
            const read = await server.request('GET', `/users/${answer.body.id}`)
            assert.equal(read.text, answer.text, 'the answer is not what is stored')
          }
          events = recorded
          before = now
        }),
        runs(100),
      )
    },
    fresh,
  )

rule(
  'STR-7 BOD-9 BOD-11 ERR-1',
  'whatever bytes a body has, nothing breaks',
  async (server) => {
    const user = await server.create({ email_address: [address('fuzz')] })
    const source = fc.oneof(
      fc.uint8Array({ maxLength: 64 }).map((bytes) => Buffer.from(bytes)),
      fc.json({ stringUnit: 'binary' }).map((one) => Buffer.from(one)),
      // A proper body with one byte of it changed.
      fc.tuple(fc.nat(60), fc.nat(255)).map(([at, byte]) => {
        const bytes = Buffer.from('{"first_name":"Ada","public_metadata":{"a":[1,2,{"b":null}]}}')
        bytes[at] = byte
        return bytes
      }),
    )
    const targets = operations.filter(({ body }) => body).map((one) => one)
    await fc.assert(
      fc.asyncProperty(source, fc.constantFrom(...targets), async (rawBody, operation) => {
        const path = operation.path.replace('{user_id}', user.id)
        const answer = await server.request(operation.method, path, { rawBody, headers: json })
        checkSane(answer, rawBody.toString('hex'))
      }),
      runs(300),
    )
    assert.equal((await server.request('GET', `/users/${user.id}`)).status, 200)
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

rule(
  'USR-2 SRC-2 LST-6',
  'what a user is created with is answered, and found by any part of it',
  async (server) => {
    const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
    const storable = name.filter(
      (one) => !/[\u0000-\u001f\u007f]/.test(one) && one.isWellFormed() && one.trim() === one,
    )
    const parts = fc.tuple(storable, storable, fc.nat(20), fc.nat(20))
    await fc.assert(
      fc.asyncProperty(parts, async ([first_name, last_name, from, more]) => {
        const user = await server.create({ email_address: [address('fuzz')], first_name, last_name })
        assert.deepEqual([user.first_name, user.last_name], [first_name, last_name])
        const letters = [...first_name]
        const part = letters.slice(from % letters.length).slice(0, 3 + more)
        if (part.length < 3) return
        for (const text of [part.join(''), part.join('').toUpperCase(), part.join('').toLowerCase()]) {
          if (text.toLowerCase() !== part.join('').toLowerCase() || text.trim() !== text) continue
          const query = `/users?name_query=${encodeURIComponent(text)}&user_id=${user.id}`
          const found = await server.request('GET', query)
          assert.deepEqual(
            found.body.map((one: { id: string }) => one.id),
            [user.id],
            query,
          )
        }
      }),
      runs(150),
    )
  },
  fresh,
)

rule('STR-7', 'the bodies that are fuzzed are those of the contract', async () => {
  assert.ok(Object.keys(createUser.body!.properties).length > 20)
  assert.ok(Object.keys(updateUser.body!.properties).length > 20)
})
