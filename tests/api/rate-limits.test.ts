import assert from 'node:assert/strict'
import type { Operation } from '#contract/operation.ts'
import { operations } from '#contract/operations.ts'
import { createUser } from '#contract/users/create-user.ts'
import { call, completeUser, readyUser } from '#tests/api/any-operation.ts'
import { address } from '#tests/api/given-users.ts'
import { allServed, create, limited, limits, othersOf, tooMany } from '#tests/api/limited-server.ts'
import { checked, rawRequest } from '#tests/raw-request.ts'
import { rule } from '#tests/rules.ts'
import type { TestServer } from '#tests/running-server.ts'
import { spawnBartleby } from '#tests/spawned-server.ts'

/** All but the creation of users, the deletion last. */
const notCreating = operations
  .filter(({ id }) => id !== 'CreateUser')
  .toSorted((a, b) => Number(a.id === 'DeleteUser') - Number(b.id === 'DeleteUser'))

limits(
  'RAT-1 RAT-2 HDR-2 HDR-3',
  'the 21st create within 10 seconds is refused and creates nothing, until Retry-After has passed',
  async (server) => {
    await allServed(20, () => create(server))
    assert.equal(tooMany(await create(server)), 10)
    assert.equal((await server.request('GET', '/users/count')).body.total_count, 20)
    assert.equal((await server.events()).length, 20)
    for (const [pass, left] of [
      [6000, 4],
      [1, 4],
      [2999, 1],
      [999, 1],
    ] as const) {
      server.clock.advance(pass)
      assert.equal(tooMany(await create(server)), left)
    }
    server.clock.advance(1)
    await allServed(20, () => create(server))
    assert.equal(tooMany(await create(server)), 10)
    assert.equal((await server.request('GET', '/users/count')).body.total_count, 40)
  },
  limited(),
)

limits(
  'RAT-1',
  'requests that are refused anyway take nothing from the budget of the others',
  async (server) => {
    const body = { email_address: [address('rate')] }
    for (let i = 0; i < 30; i++) {
      const headers: Record<string, string> =
        i % 2 ? { authorization: 'Bearer sk_test_unknown' } : { 'clerk-api-version': 'x' }
      const answer = await server.request('POST', '/users', { body, headers })
      assert.equal(answer.status, i % 2 ? 401 : 400)
    }
    await allServed(20, () => create(server))
    for (let i = 0; i < 5; i++) tooMany(await create(server))
    server.clock.advance(10_000)
    await allServed(1, () => create(server))
  },
  limited(),
)

const often = ['GetUser', 'GetUserList', 'UpdateUser', 'VerifyPassword']
limits(
  'RAT-3 RAT-1',
  'by default nothing but create is limited, also while create is refused',
  async (server) => {
    const user = await completeUser(server)
    await allServed(19, () => create(server))
    tooMany(await create(server))
    // More than any preset allows of anything; of a few, far more.
    for (const operation of notCreating)
      await allServed(often.includes(operation.id) ? 130 : 22, () => call(server, operation, user))
  },
  limited(),
)

const writesToOne = operations.filter(({ id }) => /^(Update|Replace)User(Metadata)?$/.test(id))
limits(
  'RAT-4 UPD-16 RAT-2',
  'the preset published limits the writes to one user, and to that user alone',
  async (server) => {
    assert.equal(writesToOne.length, 3)
    for (const operation of writesToOne) {
      const one = await completeUser(server)
      const other = await completeUser(server)
      await allServed(10, () => call(server, operation, one))
      const seconds = tooMany(await call(server, operation, one))
      assert.ok(seconds >= 1 && seconds <= 10)
      assert.equal((await call(server, operation, other)).status, 200, 'another user')
      assert.equal((await server.request('GET', `/users/${one.id}`)).status, 200, 'reading')
      server.clock.advance(seconds * 1000)
      assert.equal((await call(server, operation, one)).status, 200, 'afterwards')
      server.clock.advance(60_000)
    }
  },
  limited({ preset: 'published' }),
)

/** Those of organizations have limits of their own. */
const withinLimits =
  /^((Update|Merge|Replace)Organization(Membership)?(Metadata)?|UpdateOrganizationMembership)$/

limits(
  'RAT-4 RAT-3',
  'the preset published limits no other operation on a user',
  async (server) => {
    const user = await completeUser(server)
    for (const operation of notCreating.filter(
      (one) => !writesToOne.includes(one) && !withinLimits.test(one.id),
    ))
      await allServed(12, () => call(server, operation, user))
  },
  limited({ preset: 'published' }),
)

limits(
  'RAT-4',
  'every spelling of a user’s path takes from the same budget',
  async (server) => {
    const { id } = (await create(server)).body
    const body = '{"public_metadata":{"n":1}}'
    const headers = { 'content-type': 'application/json', 'content-length': String(body.length) }
    const escaped = `%75${id.slice(1)}`
    const targets = [id, escaped, id.replace('_', '%5F'), id.replace('_', '%5f'), `${id}?x=1`, `${escaped}?y`]
    const statuses: number[] = []
    for (let i = 0; i < 12; i++) {
      const target = `/v1/users/${targets[i % targets.length]}`
      const request = { method: 'PATCH', target, headers, body }
      const answer = await rawRequest(server, request)
      statuses.push(checked('PATCH', `/users/${id}`, answer).status)
    }
    assert.deepEqual(statuses, [...Array(10).fill(200), 429, 429])
  },
  limited({ preset: 'published' }),
)

const resourceOf = (path: string) => path.split('/')[1]

/** The first of each resource; that each operation can be limited is shown by the halves below. */
const firstOfResources = operations.filter(
  ({ path }, at) => operations.findIndex((one) => resourceOf(one.path) === resourceOf(path)) === at,
)

for (const operation of firstOfResources)
  limits(
    'RAT-6',
    `a rule of one's own can limit ${operation.id}, and nothing else then is limited`,
    async (server) => {
      const user = await readyUser(server, operation)
      server.clock.advance(7000)
      const first = await call(server, operation, user)
      assert.equal(first.status, 200, first.text)
      tooMany(await call(server, operation, user))
      for (const other of othersOf(operation)) await allServed(3, () => call(server, other, user))
      server.clock.advance(7000)
      assert.notEqual((await call(server, operation, user)).status, 429)
    },
    limited({
      preset: 'none',
      rules: [{ operations: [operation.id], limit: 1, seconds: 7, per: 'instance' }],
    }),
  )

/** Of any two operations there is a bit of their numbers that differs, so one half limits this and frees that. */
for (let bit = 0; 2 ** bit < operations.length; bit++)
  for (const value of [0, 1]) {
    const isLimited = (one: Operation) => ((operations.indexOf(one) >> bit) & 1) === value
    limits(
      'RAT-6',
      `rules for the operations whose bit ${bit} is ${value} limit each of them and none of the others`,
      async (server) => {
        const user = await completeUser(server)
        server.clock.advance(7000)
        const inHalf = [createUser, ...notCreating].filter(isLimited)
        for (const operation of inHalf) {
          await allServed(1, () => call(server, operation, user))
          tooMany(await call(server, operation, user))
        }
        for (const operation of [createUser, ...notCreating].filter((one) => !isLimited(one)))
          await allServed(2, () => call(server, operation, user))
        server.clock.advance(7000)
        for (const operation of inHalf) await allServed(1, () => call(server, operation, user))
      },
      limited({
        preset: 'none',
        rules: operations
          .filter(isLimited)
          .map(({ id }) => ({ operations: [id], limit: 1, seconds: 7, per: 'instance' })),
      }),
    )
  }

const count = (server: TestServer) => server.request('GET', '/users/count')
const list = (server: TestServer) => server.request('GET', '/users')

limits(
  'RAT-6 RAT-2',
  'the operations of one rule share its budget, and the longest wait of several rules is told',
  async (server) => {
    await allServed(2, () => count(server))
    await allServed(2, () => list(server))
    assert.equal(tooMany(await list(server)), 60)
    assert.equal(tooMany(await count(server)), 3600)
    server.clock.advance(60_000)
    await allServed(1, () => list(server))
    assert.equal(tooMany(await count(server)), 3540)
    await allServed(25, () => create(server))
  },
  limited({
    preset: 'none',
    rules: [
      { operations: ['GetUserList', 'GetUsersCount'], limit: 4, seconds: 60, per: 'instance' },
      { operations: ['GetUsersCount'], limit: 2, seconds: 3600, per: 'instance' },
    ],
  }),
)

limits(
  'RAT-6',
  'rules come beside the preset and do not replace it',
  async (server) => {
    const { id } = (await create(server)).body
    await allServed(19, () => create(server))
    tooMany(await create(server))
    await allServed(2, () => server.request('GET', `/users/${id}`))
    tooMany(await server.request('GET', `/users/${id}`))
    assert.equal((await server.request('GET', '/users/user_nobody')).status, 404, 'a budget for each id')
  },
  limited({ rules: [{ operations: ['GetUser'], limit: 2, seconds: 10, per: 'user' }] }),
)

limits(
  'RAT-6 RAT-3',
  'with the preset none nothing is limited',
  async (server) => {
    const user = await completeUser(server)
    await allServed(30, () => create(server))
    for (const operation of operations.filter(({ method }) => method !== 'DELETE'))
      await allServed(12, () => call(server, operation, user))
  },
  limited({ preset: 'none' }),
)

limits(
  'RAT-7',
  'switched off, no limit of any kind holds',
  async (server) => {
    const user = await completeUser(server)
    await allServed(30, () => create(server))
    for (const operation of operations.filter(({ method }) => method !== 'DELETE'))
      await allServed(12, () => call(server, operation, user))
  },
  {
    ...limited({
      preset: 'published',
      rules: [{ operations: ['GetUser'], limit: 1, seconds: 60, per: 'instance' }],
    }),
    rateLimits: false,
  },
)

rule(
  'RAT-7 RAT-1',
  'the variable BARTLEBY_RATE_LIMITS switches them off and on',
  async (server) => {
    for (const [value, wanted] of [
      ['off', 200],
      ['on', 429],
    ] as const) {
      const spawned = await spawnBartleby({
        database: server.database,
        env: { BARTLEBY_RATE_LIMITS: value },
      })
      try {
        const statuses = await Promise.all(
          Array.from({ length: 21 }, async () => {
            const answer = await fetch(`${spawned.url}/v1/users`, {
              method: 'POST',
              headers: {
                authorization: `Bearer ${server.secretKey}`,
                'content-type': 'application/json',
              },
              body: JSON.stringify({ email_address: [address(value)] }),
            })
            return answer.status
          }),
        )
        assert.deepEqual(statuses.toSorted(), [...Array(20).fill(200), wanted], value)
      } finally {
        spawned.kill()
        await spawned.exited
      }
    }
  },
  { fresh: true },
)
