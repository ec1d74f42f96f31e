import assert from 'node:assert/strict'
import { lockUser } from '#contract/users/lock-user.ts'
import { rule, scenarios } from '#tests/rules.ts'
import type { TestServer } from '#tests/running-server.ts'
import { guess, password } from './passwords.ts'

let counter = 0
const person = (server: TestServer, more: object = {}) =>
  server.create({ email_address: [`lock.${++counter}@example.com`], ...more })
const lock = (server: TestServer, id: string) => server.request('POST', `/users/${id}/lock`)
const unlock = (server: TestServer, id: string) => server.request('POST', `/users/${id}/unlock`)
const get = async (server: TestServer, id: string) => (await server.request('GET', `/users/${id}`)).body

rule(
  'LCK-1 LCK-2 LCK-6',
  'a lock has the full duration ahead and ends by itself',
  async (server) => {
    server.clock.freeze()
    const user = await person(server)
    const { status, body } = await lock(server, user.id)
    assert.equal(status, 200)
    assert.partialDeepStrictEqual(body, {
      locked: true,
      lockout_expires_in_seconds: 3600,
      verification_attempts_remaining: 10,
      banned: false,
    })
    const events = await server.events(user.id)
    assert.deepEqual(events[1]!.details, { changed: ['locked'], action: 'user.locked' })
    server.clock.advance(3_599_000)
    assert.equal((await get(server, user.id)).lockout_expires_in_seconds, 1)
    server.clock.advance(1000)
    assert.partialDeepStrictEqual(await get(server, user.id), {
      locked: false,
      lockout_expires_in_seconds: null,
    })
    assert.equal((await server.events(user.id)).length, 2)
  },
  { fresh: true },
)

rule(
  'LCK-5',
  'locking a locked user begins the duration anew',
  async (server) => {
    server.clock.freeze()
    const user = await person(server)
    await lock(server, user.id)
    server.clock.advance(1_800_000)
    assert.equal((await get(server, user.id)).lockout_expires_in_seconds, 1800)
    assert.equal((await lock(server, user.id)).body.lockout_expires_in_seconds, 3600)
  },
  { fresh: true },
)

rule(
  'LCK-1 SET-5',
  'an endless lock has null seconds and stays',
  async (server) => {
    const user = await person(server)
    const { body } = await lock(server, user.id)
    assert.partialDeepStrictEqual(body, { locked: true, lockout_expires_in_seconds: null })
    server.clock.advance(365 * 86_400_000)
    assert.equal((await get(server, user.id)).locked, true)
    assert.equal((await unlock(server, user.id)).body.locked, false)
  },
  { settings: { user_lockout: { duration_in_minutes: null } }, fresh: true },
)

rule('LCK-2', 'a lock leaves the attempts alone', async (server) => {
  const user = await person(server, { password })
  await guess(server, user.id, 'wrong')
  assert.equal((await lock(server, user.id)).body.verification_attempts_remaining, 9)
})

scenarios(lockUser, [
  {
    rule: 'LCK-4',
    name: 'without lockout nobody is locked',
    options: { settings: { user_lockout: { enabled: false } } },
    given: [{ email_address: ['lock.off@example.com'] }],
    status: 403,
    code: 'feature_not_enabled',
    check: async (_, [user], server) => assert.equal((await server.events(user.id)).length, 1),
  },
  {
    rule: 'ERR-9 LCK-1',
    name: 'an unknown user cannot be locked',
    user_id: 'user_nobody',
    status: 404,
    code: 'resource_not_found',
  },
])

rule(
  'LCK-7',
  'a clock that is set back lengthens no lock, whoever set it',
  async (server) => {
    server.clock.freeze()
    const byAdministrator = await person(server)
    const byFailures = await person(server, { password })
    await lock(server, byAdministrator.id)
    for (let i = 0; i < 10; i++) await guess(server, byFailures.id, 'wrong')
    server.clock.advance(-86_400_000)
    for (const { id } of [byAdministrator, byFailures])
      assert.partialDeepStrictEqual(await get(server, id), {
        locked: true,
        lockout_expires_in_seconds: 3600,
      })
  },
  { fresh: true },
)
