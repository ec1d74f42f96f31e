import assert from 'node:assert/strict'
import { deleteUser } from '#contract/users/delete-user.ts'
import { behind } from '#tests/api/behind-the-server.ts'
import { address, listIds, refused } from '#tests/api/given-users.ts'
import { rule, scenarios } from '#tests/rules.ts'
import type { TestServer } from '#tests/running-server.ts'

const tables = ['users', 'identifications', 'secret_keys', 'instance', 'migrations']
const remove = (server: TestServer, id: string) => server.request('DELETE', `/users/${id}`)
const total = async (server: TestServer, query = '') =>
  (await server.request('GET', `/users/count?${query}`)).body.total_count

let users = 0
/** Everything that a user can have; the word is in every value that can hold one. */
const everything = (word: string) => {
  const n = String(++users).padStart(2, '0')
  const wallet = (last: number) => `0x${n.padStart(39, 'd')}${last}`
  return {
    email_address: [`${word}.first@example.com`, `${word}.held@example.com`],
    email_address_identification_status: ['verified', 'reserved'],
    phone_number: [`+12025550${n}0`, `+12025550${n}1`],
    phone_number_identification_status: ['verified', 'reserved'],
    web3_wallet: [wallet(0), wallet(1)],
    username: `${word}_user`,
    external_id: `${word}-external`,
    first_name: word,
    last_name: word,
    public_metadata: { [word]: word },
    private_metadata: { [word]: word },
    unsafe_metadata: { [word]: word },
  }
}

rule('DEL-1', 'the answer is the deleted object and nothing else', async (server) => {
  const user = await server.create({ email_address: [address()] })
  const answer = await remove(server, user.id)
  assert.equal(answer.status, 200)
  assert.deepEqual(answer.body, { object: 'user', id: user.id, deleted: true })
})

rule('DEL-1', 'the answer has the external id of a user who had one', async (server) => {
  const user = await server.create({ email_address: [address()], external_id: 'del1-external' })
  assert.deepEqual((await remove(server, user.id)).body, {
    object: 'user',
    id: user.id,
    deleted: true,
    external_id: 'del1-external',
  })
  const cleared = await server.create({ email_address: [address()], external_id: 'del1-cleared' })
  await server.request('PATCH', `/users/${cleared.id}`, { body: { external_id: null } })
  assert.deepEqual((await remove(server, cleared.id)).body, { object: 'user', id: cleared.id, deleted: true })
})

rule('DEL-2', 'a deleted user is unknown to every operation', async (server) => {
  const user = await server.create(everything('delgone'))
  const before = await total(server)
  await remove(server, user.id)
  const path = `/users/${user.id}`
  for (const [method, at, body] of [
    ['GET', path],
    ['PATCH', path, { first_name: 'Ghost' }],
    ['PATCH', path, {}],
    ['PATCH', `${path}/metadata`, { public_metadata: { a: 1 } }],
    ['PUT', `${path}/metadata`, { public_metadata: { a: 1 } }],
    ['DELETE', path],
  ] as [string, string, object?][]) {
    const answer = await server.request(method, at, { body })
    refused(answer, 404, 'resource_not_found')
    assert.equal(answer.body.errors[0].long_message, `No user was found with id ${user.id}`)
  }
  for (const query of [
    `user_id=${user.id}`,
    'query=delgone',
    'username=delgone_user',
    'external_id=delgone-external',
    'email_address=delgone.first%40example.com',
    'email_address_query=delgone',
    'name_query=delgone',
  ]) {
    assert.deepEqual(await listIds(server, query), [], query)
    assert.equal(await total(server, query), 0, query)
  }
  assert.equal(await total(server), before - 1)
})

rule('DEL-2', 'every identifier and the external id are free at once', async (server) => {
  const body = everything('delfree')
  for (let round = 0; round < 3; round++) {
    const user = await server.create(body)
    refused(
      await server.request('POST', '/users', { body: { username: 'DELFREE_USER' } }),
      422,
      'form_identifier_exists username',
    )
    assert.equal((await remove(server, user.id)).status, 200)
  }
  const { email_address, phone_number, web3_wallet, username, external_id } = body
  const kinds = { email_address, phone_number, web3_wallet, username }
  for (const [kind, value] of Object.entries(kinds)) {
    const user = await server.create({ [kind]: value })
    assert.equal((await remove(server, user.id)).status, 200)
  }
  const other = await server.create({ email_address: [address()] })
  const taken = await server.request('PATCH', `/users/${other.id}`, { body: { username, external_id } })
  assert.partialDeepStrictEqual(taken.body, { username, external_id })
})

rule('DEL-3', 'nothing of the user is in any table but the record of events', async (server) => {
  const kept = await server.create(everything('delkept'))
  const holding = async (words: string[]) => {
    const found: string[] = []
    for (const table of tables)
      for (const row of await server.rows(table))
        if (words.some((word) => JSON.stringify(row).includes(word))) found.push(table)
    return found
  }
  const body = everything('deltrace')
  const user = await server.create(body)
  const ids = [...user.email_addresses, ...user.phone_numbers, ...user.web3_wallets].map((one) => one.id)
  const words = ['deltrace', user.id, ...ids, ...body.phone_number, ...body.web3_wallet]
  assert.deepEqual(await holding(words), ['users', ...Array(7).fill('identifications')])
  await remove(server, user.id)
  assert.deepEqual(await holding(words), [])
  assert.deepEqual((await server.request('GET', `/users/${kept.id}`)).body, kept)
  // What stays in the record are ids, and the external id that the answer told.
  for (const event of await server.events(user.id))
    assert.doesNotMatch(JSON.stringify(event).replace('deltrace-external', ''), /deltrace|\+1202|0x/)
})

rule(
  'DEL-5',
  'one user.deleted holds what the answer held, and a second delete is 404 and records nothing',
  async (server) => {
    for (const external_id of ['del5-external', null]) {
      const user = await server.create({ email_address: [address()], external_id })
      server.clock.advance(5000)
      const answer = await remove(server, user.id)
      const [created, deleted, ...more] = await server.events(user.id)
      assert.equal(created!.type, 'user.created')
      assert.equal(deleted!.type, 'user.deleted')
      assert.deepEqual(deleted!.details, answer.body)
      assert.ok(deleted!.at >= user.updated_at + 5000)
      assert.equal(deleted!.trace_id, answer.headers.get('clerk-trace-id'))
      assert.deepEqual(more, [])
      refused(await remove(server, user.id), 404, 'resource_not_found')
      assert.equal((await server.events(user.id)).length, 2)
    }
  },
)

rule('DEL-5', 'of parallel deletes one succeeds and one event is recorded', async (server) => {
  const user = await server.create({ email_address: [address()] })
  const answers = await Promise.all(Array.from({ length: 8 }, () => remove(server, user.id)))
  assert.deepEqual(answers.map((answer) => answer.status).sort(), [200, ...Array(7).fill(404)])
  assert.equal((await server.events(user.id)).length, 2)
})

rule(
  'DEL-2',
  'a user with one identifier, or none that counts any more, is deleted all the same',
  async (server) => {
    const single = await server.create({ username: 'del_single' })
    assert.equal((await remove(server, single.id)).status, 200)
    const bare = await server.create({ username: 'del_bare' })
    await behind(server, `delete from identifications where user_id = '${bare.id}'`)
    assert.equal((await server.request('GET', `/users/${bare.id}`)).body.username, null)
    assert.equal((await remove(server, bare.id)).status, 200)
  },
)

rule('DEL-2', 'a banned or locked user is deleted like any other', async (server) => {
  for (const state of [{ banned: true }, { locked: true }]) {
    const user = await server.create({ email_address: [address()], ...state })
    assert.equal((await remove(server, user.id)).status, 200)
    refused(await server.request('GET', `/users/${user.id}`), 404, 'resource_not_found')
  }
})

rule('DEL-1 BOD-6 BOD-15', 'whatever body comes along is ignored', async (server) => {
  const bodies: [string | undefined, Record<string, string>][] = [
    [undefined, {}],
    [undefined, { 'content-type': 'application/json' }],
    ['', { 'content-type': 'application/json' }],
    ['null', { 'content-type': 'application/json' }],
    ['{"unknown":1}', { 'content-type': 'application/json' }],
    ['not json', { 'content-type': 'application/json' }],
    ['a=b', { 'content-type': 'application/x-www-form-urlencoded' }],
  ]
  for (const [rawBody, headers] of bodies) {
    const user = await server.create({ email_address: [address()] })
    const answer = await server.request('DELETE', `/users/${user.id}`, { rawBody, headers })
    assert.deepEqual(answer.body, { object: 'user', id: user.id, deleted: true }, rawBody)
  }
})

scenarios(deleteUser, [
  ...['user_nobody', 'user_%00', '__proto__', '%25', 'x'.repeat(400)].map((user_id) => ({
    rule: 'DEL-5 ERR-9',
    name: `nobody is called ${user_id.slice(0, 20)}`,
    user_id,
    status: 404,
    code: 'resource_not_found',
  })),
  {
    rule: 'DEL-5',
    name: 'an id in other letter case deletes nobody',
    given: [{ username: 'del_case' }],
    user_id: 'USER_NOBODY',
    status: 404,
    code: 'resource_not_found',
    check: async (_answer, [user], server) => {
      refused(await remove(server, user.id.toUpperCase()), 404, 'resource_not_found')
      assert.deepEqual((await server.request('GET', `/users/${user.id}`)).body, user)
    },
  },
])
