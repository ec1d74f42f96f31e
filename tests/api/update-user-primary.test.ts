import assert from 'node:assert/strict'
import { address, listIds, refused } from '#tests/api/given-users.ts'
import { rule } from '#tests/rules.ts'
import type { Answer, TestServer } from '#tests/running-server.ts'

const patch = (server: TestServer, id: string, body: object) =>
  server.request('PATCH', `/users/${id}`, { body })

let numbers = 0
/** Two of each kind; the first of each is primary. */
function pairs(server: TestServer, extra: object = {}): Promise<Answer['body']> {
  const n = String(++numbers).padStart(2, '0')
  return server.create({
    email_address: [address(), address()],
    phone_number: [`+120255501${n}`, `+121255501${n}`],
    web3_wallet: [`0x${n.repeat(20)}`, `0x${n.repeat(19)}ab`],
    username: `upd2_user_${n}`,
    ...extra,
  })
}

const kinds = {
  primary_email_address_id: 'email_addresses',
  primary_phone_number_id: 'phone_numbers',
  primary_web3_wallet_id: 'web3_wallets',
} as const
const keys = Object.keys(kinds) as (keyof typeof kinds)[]
const other = (key: keyof typeof kinds) => keys[(keys.indexOf(key) + 1) % keys.length]!

async function refusedAll(
  server: TestServer,
  user: Answer['body'],
  code: string,
  ids: Record<string, string>,
) {
  for (const [key, id] of Object.entries(ids))
    refused(await patch(server, user.id, { [key]: id, first_name: 'No' }), 422, `${code} ${key}`)
  assert.deepEqual((await server.request('GET', `/users/${user.id}`)).body, user)
  assert.equal((await server.events(user.id)).length, 1)
}

for (const key of keys)
  rule('UPD-2', `${key} moves to another verified one of the user`, async (server) => {
    const user = await pairs(server)
    const [first, second] = user[kinds[key]]
    assert.equal(user[key], first.id)
    server.clock.advance(1000)
    const { body } = await patch(server, user.id, { [key]: second.id })
    assert.deepEqual(body, { ...user, [key]: second.id, updated_at: body.updated_at })
    assert.ok(body.updated_at >= user.updated_at + 1000)
    assert.deepEqual((await server.request('GET', `/users/${user.id}`)).body, body)
    assert.equal((await patch(server, user.id, { [key]: first.id })).body[key], first.id)
    const changes = (await server.events(user.id)).slice(1).map((event) => event.details)
    assert.deepEqual(changes, [{ changed: [key] }, { changed: [key] }])
  })

rule('UPD-2 ORD-6', 'the list is ordered by the new primary address at once', async (server) => {
  const mails = (letters: string[]) => letters.map((letter) => `${letter}.upd2.order@example.com`)
  const ada = await server.create({ email_address: mails(['b', 'z']) })
  const bob = await server.create({ email_address: mails(['m']) })
  const order = 'email_address_query=upd2.order&order_by=email_address'
  assert.deepEqual(await listIds(server, order), [ada.id, bob.id])
  await patch(server, ada.id, { primary_email_address_id: ada.email_addresses[1].id })
  assert.deepEqual(await listIds(server, order), [bob.id, ada.id])
})

rule('UPD-2', 'all three move in one request', async (server) => {
  const user = await pairs(server)
  const seconds = Object.fromEntries(keys.map((key) => [key, user[kinds[key]][1].id]))
  const { body } = await patch(server, user.id, seconds)
  assert.deepEqual(body, { ...user, ...seconds, updated_at: body.updated_at })
  const events = await server.events(user.id)
  assert.equal(events.length, 2)
  assert.deepEqual(events[1]!.details, { changed: keys })
})

rule('UPD-2', 'an id of nobody, of somebody else or of a deleted user is not found', async (server) => {
  const user = await pairs(server)
  const somebody = await pairs(server)
  const gone = await pairs(server)
  await server.request('DELETE', `/users/${gone.id}`)
  const all = (id: (key: keyof typeof kinds) => string) =>
    Object.fromEntries(keys.map((key) => [key, id(key)]))
  await refusedAll(
    server,
    user,
    'form_resource_not_found',
    all(() => 'idn_nobody'),
  )
  await refusedAll(
    server,
    user,
    'form_resource_not_found',
    all((key) => somebody[kinds[key]][0].id),
  )
  await refusedAll(
    server,
    user,
    'form_resource_not_found',
    all((key) => gone[kinds[key]][0].id),
  )
  assert.deepEqual((await server.request('GET', `/users/${somebody.id}`)).body, somebody)
})

rule('UPD-2', 'an own id of another kind, or the address itself, is not found', async (server) => {
  const user = await pairs(server)
  const username = (await server.rows('identifications')).find(
    (row) => row.user_id === user.id && row.kind === 'username',
  )!
  const all = (id: (key: keyof typeof kinds) => string) =>
    Object.fromEntries(keys.map((key) => [key, id(key)]))
  await refusedAll(
    server,
    user,
    'form_resource_not_found',
    all((key) => user[kinds[other(key)]][1].id),
  )
  await refusedAll(
    server,
    user,
    'form_resource_not_found',
    all(() => String(username.id)),
  )
  await refusedAll(
    server,
    user,
    'form_resource_not_found',
    all(() => user.id),
  )
  await refusedAll(server, user, 'form_resource_not_found', {
    primary_email_address_id: user.email_addresses[1].email_address,
    primary_phone_number_id: user.phone_numbers[1].phone_number,
    primary_web3_wallet_id: user.web3_wallets[1].web3_wallet,
  })
  const upper = all((key) => user[kinds[key]][1].id.toUpperCase())
  await refusedAll(server, user, 'form_resource_not_found', upper)
})

rule('UPD-2', 'a reserved one is not verified', async (server) => {
  const user = await pairs(server, {
    email_address_identification_status: ['verified', 'reserved'],
    phone_number_identification_status: ['verified', 'reserved'],
  })
  await refusedAll(server, user, 'form_verification_needed', {
    primary_email_address_id: user.email_addresses[1].id,
    primary_phone_number_id: user.phone_numbers[1].id,
  })
})

rule('UPD-2', 'a reserved one of somebody else reads as one that does not exist', async (server) => {
  const user = await pairs(server)
  const held = await pairs(server, { email_address_identification_status: ['verified', 'reserved'] })
  const ids = { primary_email_address_id: held.email_addresses[1].id }
  await refusedAll(server, user, 'form_resource_not_found', ids)
})

rule('UPD-2 ERR-5', 'each wrong id is told, and the right one beside them does not move', async (server) => {
  const user = await pairs(server, { phone_number_identification_status: ['verified', 'reserved'] })
  const body = {
    primary_email_address_id: 'idn_nobody',
    primary_phone_number_id: user.phone_numbers[1].id,
    primary_web3_wallet_id: user.web3_wallets[1].id,
  }
  refused(
    await patch(server, user.id, body),
    422,
    'form_resource_not_found primary_email_address_id',
    'form_verification_needed primary_phone_number_id',
  )
  assert.deepEqual((await server.request('GET', `/users/${user.id}`)).body, user)
})

for (const value of [null, ''])
  rule('UPD-3', `${JSON.stringify(value)} for a primary id changes nothing`, async (server) => {
    const user = await pairs(server)
    server.clock.advance(1000)
    for (const key of keys) assert.deepEqual((await patch(server, user.id, { [key]: value })).body, user, key)
    assert.equal((await server.events(user.id)).length, 1)
    const { body } = await patch(server, user.id, { primary_email_address_id: value, first_name: 'Ada' })
    assert.equal(body.primary_email_address_id, user.primary_email_address_id)
    assert.equal(body.first_name, 'Ada')
    assert.deepEqual((await server.events(user.id))[1]!.details, { changed: ['first_name'] })
  })

rule('UPD-3 EVT-5', 'the primary id that is there already changes nothing', async (server) => {
  const user = await pairs(server)
  server.clock.advance(1000)
  const same = Object.fromEntries(keys.map((key) => [key, user[key]]))
  assert.deepEqual((await patch(server, user.id, same)).body, user)
  assert.equal((await server.events(user.id)).length, 1)
})

rule(
  'UPD-3 BOD-12',
  'the notice to the previous address is accepted with and without a change',
  async (server) => {
    const user = await pairs(server)
    const [, second] = user.email_addresses
    for (const notify_primary_email_address_changed of [true, false, null]) {
      const kept = await patch(server, user.id, { notify_primary_email_address_changed })
      assert.deepEqual(kept.body, user)
    }
    const body = { primary_email_address_id: second.id, notify_primary_email_address_changed: true }
    assert.equal((await patch(server, user.id, body)).body.primary_email_address_id, second.id)
    assert.deepEqual((await server.events(user.id))[1]!.details.changed, ['primary_email_address_id'])
  },
)

rule('UPD-2', 'an unverified one of the user needs verification', async (server) => {
  const user = await server.create({ email_address: [address(), address()] })
  const second = user.email_addresses[1].id
  await server.request('PATCH', `/email_addresses/${second}`, { body: { verified: false } })
  const answer = await patch(server, user.id, { primary_email_address_id: second })
  refused(answer, 422, 'form_verification_needed primary_email_address_id')
})
