import assert from 'node:assert/strict'
import { address, problems } from '#tests/api/given-users.ts'
import { rule } from '#tests/rules.ts'
import type { TestServer } from '#tests/running-server.ts'
import {
  anything,
  type Check,
  call,
  countFrom,
  deletedFrom,
  flag,
  integer,
  json,
  listOf,
  nullable,
  oneOf,
  shape,
  text,
  userFrom,
  usersFrom,
  type WireClient,
} from './clerk-backend-wire.ts'

const times = { created_at: integer, updated_at: integer }
const never: Check = (_value, where) => assert.fail(`${where}: not expected here`)

/** It picks the class by object and knows no other words; both counters must be there, null or not. */
const verification = shape({
  object: oneOf('verification_admin'),
  status: oneOf('verified'),
  strategy: oneOf('admin'),
  attempts: nullable(integer),
  expire_at: nullable(integer),
})
const identifier = {
  reserved: flag,
  linked_to: listOf(never),
  verification: nullable(verification),
  ...times,
}
const emailAddress = shape({ id: text, object: oneOf('email_address'), email_address: text, ...identifier })
const phoneNumber = shape({
  id: text,
  object: oneOf('phone_number'),
  phone_number: text,
  reserved_for_second_factor: flag,
  default_second_factor: flag,
  ...identifier,
})
const web3Wallet = shape({
  id: text,
  object: oneOf('web3_wallet'),
  web3_wallet: text,
  verification: nullable(verification),
  ...times,
})

/** PHP 0.7 throws when one of these is missing; those in the second half may be null. */
const requiredOfUser: Record<string, Check> = {
  id: text,
  object: oneOf('user'),
  has_image: flag,
  public_metadata: anything,
  email_addresses: listOf(emailAddress),
  phone_numbers: listOf(phoneNumber),
  web3_wallets: listOf(web3Wallet),
  passkeys: listOf(never),
  external_accounts: listOf(never),
  saml_accounts: listOf(never),
  enterprise_accounts: listOf(never),
  password_enabled: flag,
  two_factor_enabled: flag,
  totp_enabled: flag,
  backup_code_enabled: flag,
  banned: flag,
  locked: flag,
  created_at: integer,
  updated_at: integer,
  delete_self_enabled: flag,
  create_organization_enabled: flag,
  external_id: nullable(text),
  primary_email_address_id: nullable(text),
  primary_phone_number_id: nullable(text),
  primary_web3_wallet_id: nullable(text),
  username: nullable(text),
  first_name: nullable(text),
  last_name: nullable(text),
  mfa_enabled_at: nullable(integer),
  mfa_disabled_at: nullable(integer),
  last_sign_in_at: nullable(integer),
  lockout_expires_in_seconds: nullable(integer),
  verification_attempts_remaining: nullable(integer),
  last_active_at: nullable(integer),
  legal_accepted_at: nullable(integer),
}
assert.equal(Object.keys(requiredOfUser).length, 35)

/** The client that this project was made from; it names no version. */
const seed: WireClient = {
  headers: {
    'user-agent': 'speakeasy-sdk/php 0.4.3 2.445.1 v1 clerk/backend-php',
    accept: 'application/json',
  },
  // It turns a whole list into null when one element lacks something.
  user: shape({
    email_addresses: listOf(emailAddress),
    phone_numbers: listOf(phoneNumber),
    web3_wallets: listOf(web3Wallet),
    object: oneOf('user'),
    public_metadata: anything,
  }),
}

const php7: WireClient = {
  headers: {
    'user-agent': 'speakeasy-sdk/php 0.7.0 2.855.2 2025-11-10 clerkinc/backend-php',
    accept: 'application/json',
    'clerk-api-version': '2025-11-10',
  },
  user: shape(requiredOfUser),
}

const phps = { 'of the seed': seed, '0.7': php7 }

let numbers = 0
const create = (server: TestServer, client: WireClient, body: Record<string, unknown> = {}) => {
  const n = String(3_000_000 + ++numbers)
  const full = {
    email_address: [address('php'), address('php')],
    phone_number: [`+1419${n}`],
    web3_wallet: [`0x${n.padStart(40, 'b')}`],
    ...body,
  }
  return userFrom(server, client, { method: 'POST', target: '/v1/users', ...json(full) })
}
const enc = (value: string) => encodeURIComponent(value).replaceAll('%20', '+')

for (const [name, client] of Object.entries(phps)) {
  rule('STR-1 STR-2 STR-3 STR-4 STR-5 STR-6', `PHP ${name} parses every user it can meet`, async (server) => {
    const rich = await create(server, client, {
      username: `php_${Date.now()}_${++numbers}`,
      email_address_identification_status: ['verified', 'reserved'],
      phone_number_identification_status: ['reserved'],
      locked: true,
      banned: true,
      created_at: '2022-03-04T05:06:07.089Z',
    })
    const poor = await userFrom(server, client, {
      method: 'POST',
      target: '/v1/users',
      ...json({ username: `php_${Date.now()}_${++numbers}` }),
    })
    for (const { id } of [rich, poor])
      await userFrom(server, client, { method: 'GET', target: `/v1/users/${id}` })
    const found = await usersFrom(server, client, `/v1/users?user_id=${rich.id}&user_id=${poor.id}`)
    assert.equal(found.length, 2)
    assert.equal(rich.email_addresses[1].verification, null)
  })

  rule('BOD-12 PAG-1', `PHP ${name} lists with the defaults that it always sends`, async (server) => {
    const { id, email_addresses } = await create(server, client)
    const mails = email_addresses.map(
      (one: { email_address: string }) => `email_address=${enc(one.email_address)}`,
    )
    const defaults = 'limit=10&offset=0&order_by=-created_at'
    const found = await usersFrom(server, client, `/v1/users?${mails.join('&')}&${defaults}`)
    assert.deepEqual(
      found.map((user) => user.id),
      [id],
    )
    assert.equal(await countFrom(server, client, `/v1/users/count?${mails.join('&')}`), 1)
    const first = await usersFrom(server, client, '/v1/users')
    assert.deepEqual(
      first.map((user) => user.id),
      (await usersFrom(server, client, `/v1/users?${defaults}`)).map((user) => user.id),
    )
  })

  rule('BOD-12 UPD-6', `PHP ${name} updates with the default that it always adds`, async (server) => {
    const before = await create(server, client, { username: `php_${Date.now()}_${++numbers}` })
    const body = { notify_primary_email_address_changed: false, first_name: 'Ada', username: '' }
    const target = `/v1/users/${before.id}`
    const user = await userFrom(server, client, { method: 'PATCH', target, ...json(body) })
    assert.deepEqual([user.first_name, user.username], ['Ada', null])
    const same = await userFrom(server, client, {
      method: 'PATCH',
      target,
      ...json({ notify_primary_email_address_changed: false }),
    })
    assert.deepEqual(same, user)
  })

  rule('UPD-12', `PHP ${name} replaces metadata when it updates`, async (server) => {
    const { id } = await create(server, client, {
      public_metadata: { old: 'x' },
      private_metadata: { kept: 'y' },
    })
    const body = { notify_primary_email_address_changed: false, public_metadata: { role: 'admin', n: '1' } }
    const user = await userFrom(server, client, { method: 'PATCH', target: `/v1/users/${id}`, ...json(body) })
    assert.deepEqual(user.public_metadata, { role: 'admin', n: '1' })
    assert.deepEqual(user.private_metadata, { kept: 'y' })
  })

  rule(
    'BOD-5 MET-2 MET-5',
    `PHP ${name} updates metadata without a body and without a content type`,
    async (server) => {
      const before = await create(server, client, { public_metadata: { a: 'x', b: 'y' } })
      const target = `/v1/users/${before.id}/metadata`
      assert.deepEqual(await userFrom(server, client, { method: 'PATCH', target }), before)
      assert.deepEqual(await userFrom(server, client, { method: 'PATCH', target, ...json({}) }), before)
      const user = await userFrom(server, client, {
        method: 'PATCH',
        target,
        ...json({ public_metadata: { a: null } }),
      })
      assert.deepEqual(user.public_metadata, { b: 'y' })
    },
  )

  rule('DEL-1 BOD-5', `PHP ${name} deletes without a body`, async (server) => {
    const { id } = await create(server, client)
    await deletedFrom(server, client, { method: 'DELETE', target: `/v1/users/${id}` })
    const gone = await call(server, client, { method: 'DELETE', target: `/v1/users/${id}` })
    assert.deepEqual([gone.status, problems(gone)], [404, ['resource_not_found']])
  })

  rule('GET-1 QRY-11', `PHP ${name} with an empty or odd id does not get the list`, async (server) => {
    await create(server, client)
    for (const target of ['/v1/users/', '/v1/users/weird%20id/%C3%A9', '/v1/users/%C3%A9%3Fx']) {
      const answer = await call(server, client, { method: 'GET', target })
      assert.deepEqual([answer.status, problems(answer)], [404, ['resource_not_found']], target)
    }
  })

  rule('ERR-1 ERR-2', `PHP ${name} reads each refusal of its status list`, async (server) => {
    const { id, email_addresses } = await create(server, client)
    const taken = { email_address: [email_addresses[0].email_address] }
    const refusals = [
      [
        401,
        'clerk_key_invalid',
        { method: 'GET', target: '/v1/users', headers: { authorization: 'Bearer sk_test_no' } },
      ],
      [422, 'form_identifier_exists email_address', { method: 'POST', target: '/v1/users', ...json(taken) }],
      [400, 'request_body_invalid', { method: 'POST', target: '/v1/users', ...json('{"email_address":[') }],
      [404, 'resource_not_found', { method: 'GET', target: `/v1/users/${id}x` }],
      [422, 'form_param_value_invalid order_by', { method: 'GET', target: '/v1/users?order_by=size' }],
    ] as const
    for (const [status, problem, request] of refusals) {
      const answer = await call(server, client, request)
      assert.deepEqual([answer.status, problems(answer)], [status, [problem]])
    }
  })
}

rule('QRY-6 LST-13', 'PHP of the seed may leave empty segments in a query', async (server) => {
  const { id } = await create(server, seed, { username: `php_${Date.now()}_${++numbers}` })
  const whole = await usersFrom(server, seed, `/v1/users?user_id=${id}&limit=10&offset=0&`)
  assert.deepEqual(
    whole.map((user) => user.id),
    [id],
  )
  const { username } = whole[0]
  const found = await usersFrom(
    server,
    seed,
    `/v1/users?username=${username}&&organization_id=-org_1&&&limit=10`,
  )
  assert.deepEqual(
    found.map((user) => user.id),
    [id],
  )
})

rule('QRY-5 LST-2 CNT-1', 'PHP 0.7 sends the filters that came later, false included', async (server) => {
  const mark = `php7x${++numbers}x`
  const { id } = await create(server, php7, {
    first_name: mark,
    public_metadata: { i: 7, b: true, list: [1] },
  })
  const later =
    `name_query=${mark}&email_address_query=php&phone_number_query=%2B1419&banned=false` +
    '&created_at_after=0&created_at_before=9000000000000'
  const found = await usersFrom(server, php7, `/v1/users?${later}&limit=10&offset=0&order_by=-created_at`)
  assert.deepEqual(
    found.map((user) => user.id),
    [id],
  )
  assert.deepEqual(found[0].public_metadata, { i: 7, b: true, list: [1] })
  assert.equal(await countFrom(server, php7, `/v1/users/count?${later}`), 1)
  assert.equal(await countFrom(server, php7, `/v1/users/count?${later.replace('false', 'true')}`), 0)
})
