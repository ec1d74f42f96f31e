import assert from 'node:assert/strict'
import { behind } from '#tests/api/behind-the-server.ts'
import { address, listIds, refused } from '#tests/api/given-users.ts'
import { rule } from '#tests/rules.ts'
import type { TestServer } from '#tests/running-server.ts'

const hex = (digits: string) => `0x${digits.repeat(20)}`
const create = (server: TestServer, body: object) => server.request('POST', '/users', { body })
const taken = (param: string) => `form_identifier_exists ${param}`

/** The identifications of a user as stored, in the order of their creation. */
async function storedOf(server: TestServer, userId: string) {
  const rows = (await server.rows('identifications')).filter((row) => row.user_id === userId)
  return rows
    .toSorted((a, b) => Number(a.position) - Number(b.position))
    .map(({ kind, value, normalized, status }) => [kind, value, normalized, status])
}

rule('IDM-1', 'what one user has verified belongs to that user until it is deleted', async (server) => {
  const body = { email_address: ['idm1@x.io'], phone_number: ['+12025550101'], web3_wallet: [hex('1a')] }
  const first = await server.create(body)
  for (const [param, value] of Object.entries(body)) {
    refused(await create(server, { [param]: value }), 422, taken(param))
    refused(await create(server, { username: 'idm1_other', [param]: value }), 422, taken(param))
  }
  assert.equal((await server.request('DELETE', `/users/${first.id}`)).status, 200)
  assert.notEqual((await server.create(body)).id, first.id)
})

rule('IDM-1', 'one user may have many values, and the same text in two kinds', async (server) => {
  const many = Array.from({ length: 100 }, (_, i) => `idm1.${i}@x.io`)
  const user = await server.create({ email_address: many, username: 'idm1_many' })
  assert.deepEqual(
    user.email_addresses.map((one: { email_address: string }) => one.email_address),
    many,
  )
  const wallet = await server.create({ web3_wallet: ['2'.repeat(32)], external_id: 'idm1-same' })
  const named = await server.create({ username: 'idm1-same' })
  assert.notEqual(wallet.id, named.id)
})

rule('IDM-2', 'a reserved value reads reserved, is stored so and is found', async (server) => {
  const user = await server.create({
    email_address: ['idm2@x.io'],
    email_address_identification_status: ['reserved'],
    phone_number: ['+12025550102'],
    phone_number_identification_status: ['reserved'],
  })
  for (const [one] of [user.email_addresses, user.phone_numbers])
    assert.deepEqual([one.reserved, one.verification], [true, null])
  assert.deepEqual(await storedOf(server, user.id), [
    ['email_address', 'idm2@x.io', 'idm2@x.io', 'reserved'],
    ['phone_number', '+12025550102', '+12025550102', 'reserved'],
  ])
  assert.deepEqual(await listIds(server, 'email_address=idm2%40x.io'), [user.id])
  refused(await create(server, { email_address: ['idm2@x.io'] }), 422, taken('email_address'))
})

rule('IDM-3', 'an unverified value blocks nobody, and several users may hold it', async (server) => {
  const holders = []
  for (let i = 0; i < 3; i++) {
    const holder = await server.create({ email_address: ['idm3@x.io'], username: `idm3_${i}` })
    const [{ id }] = holder.email_addresses
    await server.request('PATCH', `/email_addresses/${id}`, { body: { verified: false } })
    holders.push(holder.id)
  }
  const found = await listIds(server, 'email_address=idm3%40x.io&order_by=username')
  assert.deepEqual(found, holders)
  const held = (await server.request('GET', `/users/${holders[0]}`)).body.email_addresses[0]
  assert.deepEqual([held.reserved, held.verification], [false, null])
  const owner = await server.create({ email_address: ['idm3@x.io'] })
  assert.equal(owner.email_addresses[0].verification.status, 'verified')
  refused(await create(server, { email_address: ['IDM3@x.io'] }), 422, taken('email_address'))
})

rule('IDM-4', 'e-mail addresses are stored in lower case and compared so', async (server) => {
  const user = await server.create({ email_address: ['IDM4.Ada+Tag@Example.COM'] })
  const shown = 'idm4.ada+tag@example.com'
  assert.equal(user.email_addresses[0].email_address, shown)
  assert.deepEqual(await storedOf(server, user.id), [['email_address', shown, shown, 'verified']])
  for (const form of [shown, 'IDM4.ADA+TAG@EXAMPLE.COM', 'idm4.ada+TAG@Example.com'])
    refused(await create(server, { email_address: [form] }), 422, taken('email_address'))
})

rule('IDM-5', 'usernames keep their letter case and are compared without it', async (server) => {
  const user = await server.create({ username: 'Idm5_ADA-x' })
  assert.equal(user.username, 'Idm5_ADA-x')
  assert.deepEqual(await storedOf(server, user.id), [['username', 'Idm5_ADA-x', 'idm5_ada-x', 'verified']])
  for (const form of ['Idm5_ADA-x', 'idm5_ada-x', 'IDM5_ADA-X'])
    refused(await create(server, { username: form }), 422, taken('username'))
  for (const form of ['idm5-ada-x', 'idm5_ada_x', 'idm5_ada-xx', '_idm5_ada-x'])
    assert.equal((await server.create({ username: form })).username, form)
})

rule('IDM-6', 'phone numbers are stored and compared in E.164 form, however typed', async (server) => {
  const forms = {
    '+1 (202) 555-0106': '+12025550106',
    '+44 (0)20 7946 0006': '+442079460006',
    '+39 06 1234 5606': '+390612345606',
  }
  for (const [typed, shown] of Object.entries(forms)) {
    const user = await server.create({ phone_number: [typed] })
    assert.equal(user.phone_numbers[0].phone_number, shown)
    assert.deepEqual(await storedOf(server, user.id), [['phone_number', shown, shown, 'verified']])
    for (const form of [typed, shown, shown.replace(/(?<=^\+\d{2})/, '-')])
      refused(await create(server, { phone_number: [form] }), 422, taken('phone_number'))
    assert.deepEqual(await listIds(server, `phone_number=${encodeURIComponent(shown)}`), [user.id])
  }
})

rule('IDM-7', 'a wallet in hex is shown as typed and compared without letter case', async (server) => {
  const user = await server.create({ web3_wallet: [hex('7A')] })
  assert.equal(user.web3_wallets[0].web3_wallet, hex('7A'))
  assert.deepEqual(await storedOf(server, user.id), [['web3_wallet', hex('7A'), hex('7a'), 'verified']])
  for (const form of [hex('7a'), hex('7A')]) {
    refused(await create(server, { web3_wallet: [form] }), 422, taken('web3_wallet'))
    assert.deepEqual(await listIds(server, `web3_wallet=${form}`), [user.id])
  }
})

rule('IDM-7', 'wallets in base58 of other letter case are other wallets', async (server) => {
  const wallet = '7xKXtg2CW87d97TXJSDpbD5jBkheTqA83TZRuJosgAsU'
  const other = wallet.replace('tg2', 'TG2')
  const user = await server.create({ web3_wallet: [wallet, other] })
  assert.deepEqual(await storedOf(server, user.id), [
    ['web3_wallet', wallet, wallet, 'verified'],
    ['web3_wallet', other, other, 'verified'],
  ])
  refused(await create(server, { web3_wallet: [wallet] }), 422, taken('web3_wallet'))
  await server.create({ web3_wallet: [wallet.toLowerCase().replaceAll('l', '1')] })
})

rule('IDM-8', 'a username is a text of the user and in no list, though it has a row', async (server) => {
  const user = await server.create({ username: 'idm8_ada' })
  assert.equal(user.username, 'idm8_ada')
  assert.deepEqual([user.email_addresses, user.phone_numbers, user.web3_wallets], [[], [], []])
  assert.deepEqual(
    Object.keys(user).filter((key) => key.includes('username')),
    ['username'],
  )
  const [row] = (await server.rows('identifications')).filter(({ user_id }) => user_id === user.id)
  assert.match(String(row?.id), /^idn_[0-9A-Za-z]{27}$/)
  assert.equal(JSON.stringify(user).includes(String(row?.id)), false)
})

rule('IDM-9', 'the database itself refuses a second claim on a value', async (server) => {
  const holder = await server.create({ email_address: ['idm9@x.io'], username: 'idm9_ada' })
  const other = await server.create({ email_address: [address()] })
  const copy = (value: string, status: string) =>
    `insert into identifications select 'idn_${value}_${status}', '${other.id}', position + 9, kind, value,
     normalized, '${status}', strategy, reserved_for_second_factor, default_second_factor, created_at, updated_at
     from identifications where user_id = '${holder.id}' and value = '${value}'`
  for (const value of ['idm9@x.io', 'idm9_ada']) {
    for (const status of ['verified', 'reserved'])
      await assert.rejects(behind(server, copy(value, status)), /unique/i)
    await behind(server, copy(value, 'unverified'))
  }
  assert.equal((await storedOf(server, other.id)).length, 3)
})

rule('IDM-9', 'of creates at one instant one succeeds, and the others leave nothing', async (server) => {
  for (const body of [
    { email_address: ['idm9.race@x.io'] },
    { phone_number: ['+12025550191'] },
    { web3_wallet: [hex('9b')] },
    { username: 'idm9_race' },
  ]) {
    const before = (await server.rows('users')).length
    const answers = await Promise.all(Array.from({ length: 16 }, () => create(server, body)))
    const [param] = Object.keys(body)
    assert.equal(answers.filter(({ status }) => status === 200).length, 1)
    for (const answer of answers) if (answer.status !== 200) refused(answer, 422, taken(param!))
    assert.equal((await server.rows('users')).length, before + 1)
  }
})

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** The second that an id holds, in Unix milliseconds. */
function secondOf(id: string): number {
  let value = 0n
  for (const digit of id.slice(id.indexOf('_') + 1)) value = value * 62n + BigInt(alphabet.indexOf(digit))
  return (Number(value >> 128n) + 1_400_000_000) * 1000
}

rule('IDS-1 IDS-2', 'ids are user_ or idn_ and a KSUID of the second of creation', async (server) => {
  const user = await server.create({
    email_address: [address()],
    phone_number: ['+12025550181'],
    web3_wallet: [hex('18')],
    username: 'ids1_ada',
    created_at: '2001-01-01T00:00:00Z',
  })
  const second = Math.floor(user.updated_at / 1000) * 1000
  assert.match(user.id, /^user_[0-9A-Za-z]{27}$/)
  assert.equal(secondOf(user.id), second)
  const rows = (await server.rows('identifications')).filter(({ user_id }) => user_id === user.id)
  const ids = rows.map(({ id }) => String(id))
  assert.equal(new Set(ids).size, 4)
  for (const id of ids) {
    assert.match(id, /^idn_[0-9A-Za-z]{27}$/)
    assert.equal(secondOf(id), second)
  }
  const shown = [...user.email_addresses, ...user.phone_numbers, ...user.web3_wallets]
  for (const { id } of shown) assert.ok(ids.includes(id))
})

rule('IDS-5', 'every kind of resource has a prefix of its own', async (server) => {
  const made = async (path: string, body: object) => (await server.request('POST', path, { body })).body
  const { id: user_id } = await server.create({ email_address: [address()] })
  const organization = await made('/organizations', { name: 'Prefixes', created_by: user_id })
  const within = `/organizations/${organization.id}`
  const { data } = (await server.request('GET', `${within}/memberships`)).body
  const ids = {
    sess: (await made('/sessions', { user_id })).id,
    sit: (await made('/sign_in_tokens', { user_id })).id,
    jtmp: (await made('/jwt_templates', { name: 'prefixes', claims: {} })).id,
    org: organization.id,
    orgmem: data[0].id,
    orginv: (await made(`${within}/invitations`, { email_address: address(), role: 'org:member' })).id,
    role: (await made('/organization_roles', { name: 'Prefix', key: 'org:prefix' })).id,
    perm: (await made('/organization_permissions', { name: 'Prefix', key: 'org:prefix:read' })).id,
    inv: (await made('/invitations', { email_address: address() })).id,
    alid: (await made('/allowlist_identifiers', { identifier: address() })).id,
    blid: (await made('/blocklist_identifiers', { identifier: address() })).id,
    ru: (await made('/redirect_urls', { url: 'https://prefixes.example.com' })).id,
  }
  for (const [prefix, id] of Object.entries(ids)) assert.match(id, new RegExp(`^${prefix}_[0-9A-Za-z]{27}$`))
})

rule('IDS-3', 'an id of another letter case is nobody', async (server) => {
  const { id } = await server.create({ email_address: [address()] })
  const swapped = id.replace(/[a-z]/gi, (letter: string) =>
    letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase(),
  )
  for (const other of [swapped, id.toUpperCase(), `user_${swapped.slice(5)}`, `USER_${id.slice(5)}`]) {
    refused(await server.request('GET', `/users/${other}`), 404, 'resource_not_found')
    assert.deepEqual(await listIds(server, `user_id=${other}`), [])
  }
  assert.deepEqual(await listIds(server, `user_id=${id}`), [id])
})

rule('IDS-4', 'ids sort by the second of their creation', async (server) => {
  const ids: string[] = []
  for (let i = 0; i < 20; i++) {
    ids.push((await server.create({ email_address: [address()], created_at: '2001-01-01T00:00:00Z' })).id)
    server.clock.advance(1000)
  }
  assert.deepEqual(ids.toSorted(), ids)
  const listed = (await listIds(server, 'limit=500')).filter((id) => ids.includes(id))
  assert.deepEqual(listed, ids.toReversed())
})
