import assert from 'node:assert/strict'
import { updateUser } from '#contract/users/update-user.ts'
import { address, listIds, refused } from '#tests/api/given-users.ts'
import { type RuleOptions, rule, type Scenario, scenarios } from '#tests/rules.ts'
import type { TestServer } from '#tests/running-server.ts'

const name = (server: TestServer, id: string, username: string | null) =>
  server.request('PATCH', `/users/${id}`, { body: { username } })
const read = async (server: TestServer, id: string) => (await server.request('GET', `/users/${id}`)).body

rule('UPD-5', 'a username is set, changed and found under its new value alone', async (server) => {
  const user = await server.create({ email_address: [address()] })
  assert.equal(user.username, null)
  for (const username of ['upd5_first', 'upd5-second', 'UPD5_Third']) {
    server.clock.advance(1000)
    const { body } = await name(server, user.id, username)
    assert.deepEqual(body, { ...user, username, updated_at: body.updated_at })
    assert.deepEqual(await listIds(server, `username=${username}`), [user.id])
  }
  assert.deepEqual(await listIds(server, 'username=upd5_first&username=upd5-second'), [])
  const changes = (await server.events(user.id)).slice(1).map((event) => event.details)
  assert.deepEqual(changes, Array(3).fill({ changed: ['username'] }))
})

rule('UPD-5 IDM-5', 'a change of letter case alone is a change, and the name stays taken', async (server) => {
  const ada = await server.create({ username: 'upd5_Case' })
  const bob = await server.create({ username: 'upd5_case_bob' })
  assert.equal((await name(server, ada.id, 'UPD5_CASE')).body.username, 'UPD5_CASE')
  assert.equal((await read(server, ada.id)).username, 'UPD5_CASE')
  assert.equal((await server.events(ada.id)).length, 2)
  for (const variant of ['upd5_Case', 'upd5_case', 'UPD5_CASE'])
    refused(await name(server, bob.id, variant), 422, 'form_identifier_exists username')
})

rule('UPD-5', 'a taken username is refused with its text, and nothing is changed', async (server) => {
  await server.create({ username: 'upd5_taken' })
  const bob = await server.create({ username: 'upd5_bob', email_address: [address()] })
  const body = { username: 'Upd5_Taken', first_name: 'Bob', external_id: 'upd5-bob' }
  const answer = await server.request('PATCH', `/users/${bob.id}`, { body })
  assert.equal(answer.status, 422)
  const text = 'That username is taken. Please try another.'
  assert.deepEqual(answer.body.errors, [
    {
      code: 'form_identifier_exists',
      message: text,
      long_message: text,
      meta: { param_name: 'username' },
    },
  ])
  assert.deepEqual(await read(server, bob.id), bob)
  assert.equal((await server.events(bob.id)).length, 1)
})

rule('UPD-5', 'the own username again changes nothing', async (server) => {
  const user = await server.create({ username: 'upd5_same' })
  server.clock.advance(1000)
  assert.deepEqual((await name(server, user.id, 'upd5_same')).body, user)
  assert.equal((await server.events(user.id)).length, 1)
})

rule('UPD-5', 'a rename frees the old name, for others and for the user itself', async (server) => {
  const ada = await server.create({ username: 'upd5_old' })
  const bob = await server.create({ username: 'upd5_other' })
  assert.equal((await name(server, ada.id, 'upd5_new')).status, 200)
  assert.equal((await name(server, bob.id, 'UPD5_old')).body.username, 'UPD5_old')
  refused(await name(server, ada.id, 'upd5_old'), 422, 'form_identifier_exists username')
  assert.equal((await name(server, bob.id, 'upd5_other')).status, 200)
  assert.equal((await name(server, ada.id, 'upd5_old')).body.username, 'upd5_old')
})

for (const empty of [null, ''])
  rule('UPD-4', `${JSON.stringify(empty)} removes the username and frees it`, async (server) => {
    const username = `upd4_gone_${empty === null ? 'null' : 'text'}`
    const user = await server.create({ username, email_address: [address()] })
    server.clock.advance(1000)
    const { body } = await name(server, user.id, empty)
    assert.deepEqual(body, { ...user, username: null, updated_at: body.updated_at })
    assert.ok(body.updated_at >= user.updated_at + 1000)
    assert.deepEqual(await listIds(server, `username=${username}`), [])
    const rows = await server.rows('identifications')
    assert.deepEqual(
      rows.filter((row) => row.user_id === user.id).map((row) => row.kind),
      ['email_address'],
    )
    assert.deepEqual((await server.events(user.id))[1]!.details, { changed: ['username'] })
    assert.equal((await server.create({ username: username.toUpperCase() })).username, username.toUpperCase())
  })

const others: Record<string, object> = {
  'a verified e-mail address': { email_address: ['upd4@example.com'] },
  'a reserved e-mail address': {
    email_address: ['upd4.held@example.com'],
    email_address_identification_status: ['reserved'],
  },
  'a phone number': { phone_number: ['+12025550141'] },
  'a wallet': { web3_wallet: [`0x${'4'.repeat(40)}`] },
}
scenarios(updateUser, [
  ...Object.entries(others).map(
    ([what, body], i): Scenario => ({
      rule: 'UPD-4',
      name: `the username may go where ${what} is left`,
      given: [{ username: `upd4_left_${i}`, ...body }],
      send: { username: null },
      status: 200,
      expect: { username: null },
    }),
  ),
  ...[null, ''].map(
    (empty, i): Scenario => ({
      rule: 'UPD-4',
      name: `${JSON.stringify(empty)} is refused where the username is the last way to sign in`,
      given: [{ username: `upd4_last_${i}` }],
      send: { username: empty, first_name: 'Ada' },
      status: 400,
      code: 'identification_deletion_failed',
      check: async (_answer, [user], server) => {
        assert.deepEqual(await read(server, user.id), user)
        assert.equal((await server.events(user.id)).length, 1)
      },
    }),
  ),
  {
    rule: 'UPD-4',
    name: 'removing a username that is not there changes nothing',
    given: [{ email_address: ['upd4.none@example.com'] }],
    send: { username: null },
    status: 200,
    check: (answer, [user]) => assert.deepEqual(answer.body, user),
  },
])

rule('UPD-4 IDM-3', 'an unverified address is no other way to sign in', async (server) => {
  const user = await server.create({ username: 'upd4_alone', email_address: [address()] })
  const [{ id }] = user.email_addresses
  await server.request('PATCH', `/email_addresses/${id}`, { body: { verified: false } })
  const before = await read(server, user.id)
  assert.equal(before.email_addresses[0].verification, null)
  assert.equal(before.email_addresses[0].reserved, false)
  const answer = await name(server, user.id, null)
  assert.equal(answer.status, 400, answer.text)
  assert.equal(answer.body.errors[0].code, 'identification_deletion_failed')
  assert.deepEqual(await read(server, user.id), before)
})

const username = (value: string, outcome?: string, options?: RuleOptions): Scenario => ({
  rule: options ? 'UPD-5 SET-4' : 'UPD-5',
  name: `the username ${JSON.stringify(value)} is ${outcome ? `refused: ${outcome}` : 'taken'}`,
  given: [{ email_address: [address()] }],
  send: { username: value },
  options,
  ...(outcome
    ? { status: 422, code: outcome, param: 'username' }
    : { status: 200, expect: { username: value } }),
  check: async (answer, [user], server) => {
    const now = await read(server, user.id)
    assert.deepEqual(now, outcome ? user : answer.body)
    if (!outcome) await server.request('DELETE', `/users/${user.id}`)
  },
})
const short = { settings: { username: { min_length: 2, max_length: 6 } } }

scenarios(updateUser, [
  username('abc', 'form_username_invalid_length'),
  username('abcd'),
  username('_-_-'),
  username('1234a'),
  username('a'.repeat(20)),
  username('ab'.repeat(16)),
  username('f'.repeat(40)),
  username('a'.repeat(64)),
  username('a'.repeat(65), 'form_username_invalid_length'),
  username('a'.repeat(1024), 'form_username_invalid_length'),
  username('😀😀😀', 'form_username_invalid_length'),
  username('a'.repeat(1025), 'form_param_max_length_exceeded'),
  ...['ada.l', 'ada l', 'ada@l', 'adä_', '^$!.`#+~', 'аdam', 'ada😀', '١٢٣٤a', 'ada\u00a0', ' ada'].map(
    (text) => username(text, 'form_username_invalid_character'),
  ),
  username('ada\n', 'form_param_value_invalid'),
  username('1234', 'form_username_needs_non_number_char'),
  username('12025550123', 'form_username_needs_non_number_char'),
  username('+12025550123', 'form_username_cannot_be_phone_number'),
  username('1-202-555-0123', 'form_username_cannot_be_phone_number'),
  username('1_202_555_0123', 'form_username_cannot_be_phone_number'),
  username('a', 'form_username_invalid_length', short),
  username('ab', undefined, short),
  username('abcdef', undefined, short),
  username('abcdefg', 'form_username_invalid_length', short),
])
