import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Operation } from '#contract/operation.ts'
import { operations } from '#contract/operations.ts'
import { tableNames } from '#server/storage/tables.ts'
import { bodyOf, completeUser, pathOf, readyUser } from '#tests/api/any-operation.ts'
import { address } from '#tests/api/given-users.ts'
import { checkSane, runs, text } from '#tests/fuzz/odd-requests.ts'
import { rule } from '#tests/rules.ts'
import type { Answer, TestServer } from '#tests/running-server.ts'

const fresh = { fresh: true }
const json = { 'content-type': 'application/json' }

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
const oddBodyOf = ({ body }: Operation) =>
  fc.dictionary(
    fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom(...Object.keys(body?.properties ?? {})) },
      fc.constantFrom('password', 'id', 'object', '__proto__', 'constructor', 'toString', ''),
      fc.string({ unit: 'binary', maxLength: 4 }),
    ),
    values,
    { maxKeys: 4 },
  )

/** Where what an operation answers is read again; an attempt at a password answers nothing that is stored. */
const readBack: Record<string, string> = {
  user: '/users',
  email_address: '/email_addresses',
  phone_number: '/phone_numbers',
  session: '/sessions',
  jwt_template: '/jwt_templates',
  organization: '/organizations',
  role: '/organization_roles',
  permission: '/organization_permissions',
  redirect_url: '/redirect_urls',
}
/** Answers that no operation reads again. */
const told = [
  'token',
  'sign_in_token',
  'actor_token',
  'verification_otp',
  'organization_membership',
  'organization_invitation',
  'organization_domain',
  'organization_settings',
  'instance_restrictions',
  'invitation',
  'allowlist_identifier',
  'blocklist_identifier',
]
/** Mail and how much of it was sent tell of changes that are recorded elsewhere. */
const beside = ['messages', 'code_budgets', 'events', 'migrations']
const tables = tableNames.filter((name) => !beside.includes(name))

async function checkStored(server: TestServer, answer: Answer) {
  if ((answer.body.verified === true && !answer.body.object) || told.includes(answer.body.object)) return
  for (const one of [answer.body].flat()) {
    const read = await server.request('GET', `${readBack[one.object]}/${one.id}`)
    assert.deepEqual(read.body, one, 'the answer is not what is stored')
  }
}

for (const operation of operations.filter(({ body, bodyList }) => body && !bodyList))
  rule(
    'STR-7 BOD-8 EVT-1 EVT-4 ERR-1',
    `whatever a body of ${operation.id} says, it is done whole or refused whole`,
    async (server) => {
      server.clock.freeze()
      const isWithin = operation.path.includes('{organization_id}')
      const user = isWithin ? await readyUser(server, operation) : await completeUser(server)
      const path = pathOf(operation, user)
      // How many attempts are left is no change of a user, and nothing that is recorded.
      const ofAttempts = { failed_attempts: 0, attempted_at: null }
      const state = async () => {
        const rows = await Promise.all(tables.map((table) => server.rows(table)))
        return operation.id === 'VerifyPassword'
          ? rows.flat().map((row) => ({ ...row, ...ofAttempts }))
          : rows
      }
      let events = (await server.events()).length
      let before = await state()
      await fc.assert(
        fc.asyncProperty(oddBodyOf(operation), fc.boolean(), async (body, valid) => {
          // Ending sessions anew is a write that shows in its time alone.
          server.clock.advance(1)
          const start = valid ? Object(bodyOf(operation, user)) : {}
          const answer = await server.request(operation.method, path, { body: { ...start, ...body } })
          checkSane(answer, body)
          const [now, recorded] = [await state(), (await server.events()).length]
          const changed = JSON.stringify(now) !== JSON.stringify(before)
          const most = operation.id === 'CreateOrganization' ? 2 : 1
          const written = recorded - events
          assert.ok(
            changed ? written >= 1 && written <= most : written === 0,
            `${JSON.stringify(body)} ${answer.text}`,
          )
          if (answer.status !== 200) assert.ok(!changed, JSON.stringify(body))
          else await checkStored(server, answer)
          events = recorded
          before = now
        }),
        runs(60),
      )
    },
    fresh,
  )

rule(
  'STR-7 BOD-9 BOD-11 ERR-1',
  'whatever bytes a body has, nothing breaks',
  async (server) => {
    const user = await completeUser(server)
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
    const targets = operations.filter(({ body, bodyList }) => body && !bodyList).map((one) => one)
    await fc.assert(
      fc.asyncProperty(source, fc.constantFrom(...targets), async (rawBody, operation) => {
        const path = pathOf(operation, user)
        const answer = await server.request(operation.method, path, { rawBody, headers: json })
        checkSane(answer, rawBody.toString('hex'))
      }),
      runs(300),
    )
    assert.equal((await server.request('GET', `/users/${user.id}`)).status, 200)
  },
  fresh,
)

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

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
        const letters = [...graphemes.segment(first_name)].map(({ segment }) => segment)
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
