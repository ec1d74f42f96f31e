import assert from 'node:assert/strict'
import { getUser } from '#contract/users/get-user.ts'
import { address } from '#tests/api/given-users.ts'
import { rule, scenarios } from '#tests/rules.ts'
import type { Answer } from '#tests/running-server.ts'

const unknown = (answer: Answer, id: string) => {
  assert.equal(answer.status, 404, answer.text)
  assert.deepEqual(answer.body.errors, [
    { code: 'resource_not_found', message: 'not found', long_message: `No user was found with id ${id}` },
  ])
}

rule('GET-1 ERR-9', 'an id that nobody has is unknown, without meta and with the id told', async (server) => {
  for (const id of ['user_nobody', 'nobody', 'x'.repeat(300), '__proto__', 'user_%27%3B--'])
    unknown(await server.request('GET', `/users/${id}`), decodeURIComponent(id))
})

rule('GET-1', 'a deleted user is unknown', async (server) => {
  const { id } = await server.create({ email_address: [address()] })
  assert.equal((await server.request('DELETE', `/users/${id}`)).status, 200)
  unknown(await server.request('GET', `/users/${id}`), id)
})

rule('GET-1 STR-7', 'an id with a NUL or a character of another script is unknown', async (server) => {
  for (const id of ['user_%00', '%00', 'user_%F0%9F%98%80', 'user_%E2%80%A8'])
    unknown(await server.request('GET', `/users/${id}`), decodeURIComponent(id))
})

rule('IDS-3 GET-1', 'an id in other letter case, or with a space, is another id', async (server) => {
  const { id } = await server.create({ email_address: [address()] })
  const flipped = id.replace(/[a-z](?=[^a-z]*$)/i, (letter: string) =>
    letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase(),
  )
  assert.notEqual(flipped, id)
  unknown(await server.request('GET', `/users/${flipped}`), flipped)
  unknown(await server.request('GET', `/users/${id.toUpperCase()}`), id.toUpperCase())
  unknown(await server.request('GET', `/users/${id}%20`), `${id} `)
})

scenarios(getUser, [
  {
    rule: 'GET-1',
    name: 'an escape that cannot be decoded is malformed, not unknown',
    user_id: 'user_%zz',
    status: 400,
    code: 'malformed_request_parameters',
  },
  {
    rule: 'GET-1',
    name: 'another unknown version is refused before anything is looked up',
    headers: { 'clerk-api-version': '2024-10-02' },
    status: 400,
    code: 'api_version_invalid',
  },
  {
    rule: 'GET-3',
    name: 'unknown query parameters are ignored when one user is read',
    given: [{ username: 'get_query' }],
    query: 'expand=all&__clerk_api_version=2025-11-10',
    status: 200,
    check: (answer, [user]) => assert.deepEqual(answer.body, user),
  },
])

rule('GET-2', 'the lock counts down in whole seconds and ends by itself', async (server) => {
  const { id, locked, lockout_expires_in_seconds } = await server.create({
    email_address: [address()],
    locked: true,
  })
  assert.equal(locked, true)
  assert.equal(lockout_expires_in_seconds, 3600)
  const read = async () => (await server.request('GET', `/users/${id}`)).body
  const start = server.clock.now
  server.clock.advance(600_000)
  const later = await read()
  assert.equal(later.locked, true)
  // Real seconds pass beside those of the clock.
  assert.ok(later.lockout_expires_in_seconds <= 3000 && later.lockout_expires_in_seconds > 2940)
  server.clock.advance(2_900_000)
  const last = await read()
  assert.equal(last.locked, true)
  assert.ok(last.lockout_expires_in_seconds <= 100 && last.lockout_expires_in_seconds > 40)
  server.clock.advance(100_000)
  assert.equal(server.clock.now - start, 3_600_000)
  const ended = await read()
  assert.equal(ended.locked, false)
  assert.equal(ended.lockout_expires_in_seconds, null)
  assert.equal(ended.verification_attempts_remaining, 10)
})

rule('GET-2', 'a lock that runs out writes nothing and looks the same in a list', async (server) => {
  const user = await server.create({ username: 'get_lock_list', locked: true })
  server.clock.advance(3_600_000)
  const one = await server.request('GET', `/users/${user.id}`)
  const list = await server.request('GET', '/users?username=get_lock_list')
  assert.equal(one.body.locked, false)
  assert.deepEqual(list.body, [one.body])
  assert.equal(one.body.updated_at, user.updated_at)
  assert.equal((await server.events(user.id)).length, 1)
})

rule(
  'GET-2 SET-5 USR-10',
  'a lock for ever has no seconds left and never ends',
  async (server) => {
    const { id } = await server.create({ email_address: [address()], locked: true })
    for (const years of [0, 10, 1000]) {
      server.clock.advance(years * 365 * 86_400_000)
      const { body } = await server.request('GET', `/users/${id}`)
      assert.equal(body.locked, true, `${years} years later`)
      assert.equal(body.lockout_expires_in_seconds, null)
    }
  },
  { settings: { user_lockout: { duration_in_minutes: null } }, fresh: true },
)

rule(
  'GET-2 SET-5',
  'the length of the lock and the attempts are those of the settings',
  async (server) => {
    const user = await server.create({ email_address: [address()], locked: true })
    assert.equal(user.lockout_expires_in_seconds, 120)
    assert.equal(user.verification_attempts_remaining, 7)
    server.clock.advance(120_000)
    assert.equal((await server.request('GET', `/users/${user.id}`)).body.locked, false)
  },
  { settings: { user_lockout: { duration_in_minutes: 2, max_attempts: 7 } } },
)

rule('GET-3', 'private metadata is included and a read changes nothing', async (server) => {
  const user = await server.create({
    email_address: [address()],
    public_metadata: { who: 'all' },
    private_metadata: { plan: { seats: 3 }, notes: ['a', null] },
    unsafe_metadata: { theme: 'dark' },
  })
  const rowsBefore = await server.rows('users')
  server.clock.advance(60_000)
  const first = await server.request('GET', `/users/${user.id}`)
  server.clock.advance(60_000)
  const second = await server.request('GET', `/users/${user.id}`)
  assert.equal(first.status, 200)
  assert.deepEqual(first.body, user)
  assert.deepEqual(first.body.private_metadata, { plan: { seats: 3 }, notes: ['a', null] })
  assert.equal(second.text, first.text)
  assert.deepEqual(await server.rows('users'), rowsBefore)
  assert.equal((await server.events(user.id)).length, 1)
})

rule('GET-3', 'of two users each reads as itself', async (server) => {
  const bodies = ['one', 'two'].map((name, i) => ({
    email_address: [address(name)],
    phone_number: [`+1202555019${i}`],
    web3_wallet: [`0x${String(i + 1).repeat(40)}`],
    username: `get_pair_${name}`,
    external_id: `get-pair-${name}`,
    first_name: name,
    private_metadata: { of: name },
  }))
  const created = []
  for (const body of bodies) created.push(await server.create(body))
  for (const [i, user] of created.entries()) {
    const { body } = await server.request('GET', `/users/${user.id}`)
    assert.deepEqual(body, user)
    assert.equal(body.username, bodies[i]!.username)
    assert.deepEqual(body.private_metadata, bodies[i]!.private_metadata)
    assert.deepEqual(
      body.email_addresses.map((one: { email_address: string }) => one.email_address),
      bodies[i]!.email_address,
    )
  }
})
