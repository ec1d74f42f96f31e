import assert from 'node:assert/strict'
import { setTimeout as delay } from 'node:timers/promises'
import { Bartleby } from '#sdk/client.ts'
import {
  AuthenticationError,
  ConnectionError,
  NotFoundError,
  RateLimitError,
  ValidationError,
} from '#sdk/errors.ts'
import { failureOf } from '#tests/sdk/fake-fetch.ts'
import { onServers } from '#tests/sdk/on-servers.ts'

onServers('a user is created, found, changed and deleted', async ({ users }) => {
  const createdAt = new Date('2012-10-20T07:15:20.902Z')
  const created = await users.create({
    emailAddress: ['ada@example.com'],
    firstName: 'Ada',
    externalId: '+1/2 3',
    createdAt,
  })
  assert.equal(created.createdAt, createdAt.getTime())
  assert.equal(created.emailAddresses[0]!.emailAddress, 'ada@example.com')
  assert.equal(created.emailAddresses[0]!.verification?.expireAt, null)

  const { data, totalCount } = await users.list({ query: 'ada', createdAtBefore: new Date() })
  assert.deepEqual(data, [created])
  assert.equal(totalCount, 1)
  assert.equal(await users.count({ banned: false }), 1)
  assert.equal(await users.count({ externalId: ['+1/2 3'] }), 0)
  assert.equal(await users.count({ externalId: ['++1/2 3'] }), 1)

  const updated = await users.update(created.id, { locale: 'en-GB', externalId: null })
  assert.deepEqual(
    { ...updated, updatedAt: 0 },
    { ...created, locale: 'en-GB', externalId: null, updatedAt: 0 },
  )
  assert.deepEqual(await users.get(created.id), updated)
  assert.deepEqual(await users.delete(created.id), { object: 'user', id: created.id, deleted: true })
  assert.equal(await users.count(), 0)
})

onServers('metadata comes back as it was given, whatever its keys look like', async ({ users }) => {
  const publicMetadata = {
    firstName: 1,
    first_name: 2,
    nested_key: { innerKey: [{ deep_key: { evenDeeper_key: null } }] },
    public_metadata: { aB: 1, a_b: 2 },
    'odd key.$': 'ä€😀',
    [JSON.parse('"__proto__"')]: 'kept',
  }
  const { id } = await users.create({ username: 'ada_l', publicMetadata, unsafeMetadata: { aB: 1 } })
  const stored = await users.get(id)
  assert.deepEqual(stored.publicMetadata, publicMetadata)
  assert.deepEqual(stored.unsafeMetadata, { aB: 1 })
  const merged = await users.updateMetadata(id, { publicMetadata: { nested_key: { other_key: 1 } } })
  assert.deepEqual(merged.publicMetadata.nested_key as object, { ...publicMetadata.nested_key, other_key: 1 })
  const replaced = await users.replaceMetadata(id, { publicMetadata: { plan_name: 'pro' } })
  assert.deepEqual(replaced.publicMetadata, { plan_name: 'pro' })
})

onServers(
  'refusals are errors of their kind, with code, parameter and the trace id of the log',
  async (client, server) => {
    const { users } = client
    const missing = await failureOf(NotFoundError, users.get('user_nobody/ban'))
    assert.equal(missing.code, 'resource_not_found')
    assert.match(missing.traceId!, /^[0-9a-f]{32}$/)
    assert(server.log.some((line) => line.includes(missing.traceId!)))
    assert.match(missing.message, /No user was found with id user_nobody\/ban/)

    await users.create({ emailAddress: ['ada@example.com'] })
    const taken = await failureOf(ValidationError, users.create({ emailAddress: ['ADA@example.com'] }))
    assert.deepEqual(
      taken.errors.map(({ code, paramName }) => [code, paramName]),
      [['form_identifier_exists', 'email_address']],
    )
    const several = await failureOf(
      ValidationError,
      users.create({ ...JSON.parse('{"nonsense":1,"more_nonsense":2}') }),
    )
    assert.deepEqual(
      several.errors.map(({ paramName }) => paramName),
      ['nonsense', 'more_nonsense'],
    )

    const stranger = new Bartleby({ secretKey: 'sk_test_unknown', baseUrl: `${server.url}/v1/` })
    const unknown = await failureOf(AuthenticationError, stranger.users.list())
    assert.equal(unknown.code, 'clerk_key_invalid')
    assert(!JSON.stringify([unknown, unknown.message, unknown.stack]).includes('sk_test_unknown'))
  },
)

onServers(
  'the rate limit is waited out, and told when there is no time',
  async ({ users }) => {
    const { id } = await users.create({ username: 'ada_l' })
    const hurried = (_: unknown, i: number) => users.update(id, { firstName: `${i}` }, { maxRetries: 0 })
    const outcomes = await Promise.allSettled(Array.from({ length: 3 }, hurried))
    const [limited, ...others] = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
    assert.deepEqual(others, [])
    assert(limited instanceof RateLimitError)
    assert.equal(limited.code, 'too_many_requests')
    assert(limited.retryAfter! > 0)
    const patient = await users.update(id, { firstName: 'Patience' })
    assert.equal(patient.firstName, 'Patience')
  },
  {
    rateLimits: true,
    settings: { rate_limits: { rules: [{ operations: ['UpdateUser'], limit: 2, seconds: 2, per: 'user' }] } },
  },
)

onServers(
  'a server that is gone is a connection error, and a signal ends the wait for it',
  async (client, server) => {
    await client.users.count()
    await server.stop()
    const gone = await failureOf(ConnectionError, client.users.count({}, { maxRetries: 1 }))
    assert.equal(gone.reason, 'network')
    assert.match(gone.message, /ECONNREFUSED/)
    const controller = new AbortController()
    const waiting = failureOf(ConnectionError, client.users.count({}, { signal: controller.signal }))
    await delay(50)
    controller.abort()
    assert.equal((await waiting).reason, 'aborted')
  },
)

onServers(
  'bans, locks, passwords and addresses have their methods',
  async ({ users, emailAddresses, phoneNumbers }) => {
    const password = 'a horse that nobody knows'
    const { id } = await users.create({ emailAddress: ['ada@example.com'], password })
    const other = await users.create({ emailAddress: ['bea@example.com'] })

    assert.deepEqual([(await users.ban(id)).banned, (await users.unban(id)).banned], [true, false])
    assert.deepEqual([(await users.lock(id)).locked, (await users.unlock(id)).locked], [true, false])
    const banned = await users.banMany({ userIds: [id, other.id] })
    assert.deepEqual(
      banned.map((user) => user.banned),
      [true, true],
    )
    await users.unbanMany({ userIds: [id, other.id] })
    assert.equal(await users.count({ banned: true }), 0)

    assert.deepEqual(await users.verifyPassword(id, { password }), { verified: true })
    await assert.rejects(users.verifyPassword(id, { password: 'another' }), { code: 'incorrect_password' })
    assert.equal((await users.removePassword(id)).passwordEnabled, false)

    const added = await emailAddresses.create({ userId: id, emailAddress: 'ada@example.org', verified: true })
    assert.deepEqual(await emailAddresses.get(added.id), added)
    await emailAddresses.update(added.id, { primary: true })
    assert.equal((await users.get(id)).primaryEmailAddressId, added.id)
    assert.equal((await emailAddresses.delete(added.id)).deleted, true)
    const phone = await phoneNumbers.create({ userId: id, phoneNumber: '+12025550100' })
    assert.equal((await phoneNumbers.delete(phone.id)).id, phone.id)
    const replaced = await users.replaceEmailAddress(id, { emailAddress: 'ada@example.net' })
    assert.deepEqual((await users.get(id)).emailAddresses, [replaced])
  },
)
