import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Operation } from '#contract/operation.ts'
import { operations } from '#contract/operations.ts'
import { call, readyUser, writes } from '#tests/api/any-operation.ts'
import { address, refused } from '#tests/api/given-users.ts'
import { engines } from '#tests/engines.ts'
import { holding } from '#tests/held-users.ts'
import { rule } from '#tests/rules.ts'
import { type Answer, startServer, type TestServer } from '#tests/running-server.ts'

const updateOf = (server: TestServer, id: string) =>
  server.request('PATCH', `/users/${id}`, { body: { first_name: 'Ada' } })

const withoutCountdown = ({ lockout_expires_in_seconds, ...user }: Answer['body']) => user

/** What these write stands beside the user: the row is not held for it. */
const besideUsers = /^(CreateUser|\w+JWTTemplate|Revoke\w+)$/
const ofOthers = /^\/(organization|allowlist|blocklist|redirect_urls|invitations|instance)/
const isAboutUsers = ({ path, id }: Operation) => !ofOthers.test(path) && !besideUsers.test(id)
const writesToOne = operations.filter((operation) => writes(operation) && isAboutUsers(operation))

rule(
  'UPD-14',
  'each write to a user who is held for too long is refused and leaves nothing; SQLite, held as a whole, is away meanwhile',
  async (server) => {
    // A user for each write, so that none waits for another one.
    const subjects: { operation: Operation; user: Answer['body']; before: Answer['body']; events: number }[] =
      []
    for (const operation of writesToOne) {
      const user = await readyUser(server, operation)
      const before = (await server.request('GET', `/users/${user.id}`)).body
      subjects.push({ operation, user, before, events: (await server.events(user.id)).length })
    }
    const ids = subjects.map(({ user }) => user.id)
    await holding(server, ids, async () => {
      const answers = subjects.map(async ({ operation, user }) => {
        const answer = await call(server, operation, user)
        if (server.engine === 'sqlite') refused(answer, 503, 'service_unavailable')
        else refused(answer, 409, 'resource_locked')
        assert.equal('meta' in answer.body.errors[0], false, operation.id)
      })
      await Promise.all(answers)
    })
    for (const { operation, user, before, events } of subjects) {
      const now = (await server.request('GET', `/users/${user.id}`)).body
      assert.deepEqual(withoutCountdown(now), withoutCountdown(before), operation.id)
      assert.equal((await server.events(user.id)).length, events, operation.id)
      // A mailed code that was right is used up, whatever comes after it.
      const again = user.mailed_code ? await readyUser(server, operation) : user
      assert.equal((await call(server, operation, again)).status, 200, operation.id)
    }
  },
)

// On SQLite all writes stand in one line, whoever they are for; only PostgreSQL has one for each row.
if (engines.includes('postgres'))
  test('[UPD-14] writes that queue for one held user are all refused as locked (postgres)', async () => {
    const server = await startServer('postgres')
    try {
      const user = await server.create({ email_address: [address()] })
      await holding(server, [user.id], async () => {
        const answers = [0, 1000, 2000, 3000].map(async (afterMs) => {
          await sleep(afterMs)
          return updateOf(server, user.id)
        })
        for (const answer of await Promise.all(answers)) refused(answer, 409, 'resource_locked')
      })
    } finally {
      await server.stop()
    }
  })

rule('UPD-14', 'a write waits for a short hold and is then served; reads do not wait', async (server) => {
  const user = await server.create({ email_address: [address()] })
  let served = false
  let update: Promise<Answer> | undefined
  await holding(server, [user.id], async () => {
    update = updateOf(server, user.id).finally(() => {
      served = true
    })
    assert.deepEqual((await server.request('GET', `/users/${user.id}`)).body, user)
    assert.equal((await server.request('GET', '/users')).status, 200)
    // Real time, because the lock of a database knows no other.
    await sleep(400)
    assert.equal(served, false)
  })
  const answer = await update!
  assert.equal(answer.status, 200, answer.text)
  assert.equal(answer.body.first_name, 'Ada')
  assert.equal((await server.events(user.id)).length, 2)
})
