import assert from 'node:assert/strict'
import { address, problems } from '#tests/api/given-users.ts'
import { rule } from '#tests/rules.ts'
import {
  anything,
  type Check,
  call,
  countFrom,
  deletedFrom,
  flag,
  listOf,
  nullable,
  shape,
  text,
  userFrom,
  usersFrom,
  type WireClient,
} from './clerk-backend-wire.ts'

/** Go reads a time into an int64 and fails on anything else. */
const int64: Check = (value, where) => {
  assert.ok(Number.isSafeInteger(value), `${where} must be an int64, but is ${JSON.stringify(value)}`)
}
const optionalText = nullable(text)

const go: WireClient = {
  headers: {
    'user-agent': 'clerk/clerk-sdk-go@v2.0.0',
    'clerk-api-version': '2021-02-05',
    'x-clerk-sdk': 'go/v2.0.0',
    'accept-encoding': 'gzip',
  },
  user: shape({
    object: text,
    id: text,
    username: optionalText,
    first_name: optionalText,
    last_name: optionalText,
    image_url: optionalText,
    has_image: flag,
    primary_email_address_id: optionalText,
    primary_phone_number_id: optionalText,
    primary_web3_wallet_id: optionalText,
    password_enabled: flag,
    two_factor_enabled: flag,
    totp_enabled: flag,
    backup_code_enabled: flag,
    email_addresses: listOf(
      shape({ id: text, object: text, email_address: text, reserved: flag, linked_to: listOf(anything) }),
    ),
    phone_numbers: listOf(
      shape({ id: text, object: text, phone_number: text, reserved: flag, linked_to: listOf(anything) }),
    ),
    web3_wallets: listOf(shape({ id: text, object: text, web3_wallet: text })),
    passkeys: listOf(anything),
    external_accounts: listOf(anything),
    saml_accounts: listOf(anything),
    password_last_updated_at: nullable(int64),
    external_id: optionalText,
    last_sign_in_at: nullable(int64),
    banned: flag,
    locked: flag,
    lockout_expires_in_seconds: nullable(int64),
    verification_attempts_remaining: nullable(int64),
    delete_self_enabled: flag,
    create_organization_enabled: flag,
    create_organizations_limit: nullable(int64),
    last_active_at: nullable(int64),
    legal_accepted_at: nullable(int64),
    created_at: int64,
    updated_at: int64,
  }),
}

/** Go announces no length: every body comes in chunks. */
const chunked = (value: unknown, pieces = 1) => {
  const body = JSON.stringify(value)
  const size = Math.ceil(body.length / pieces)
  const chunks = Array.from({ length: pieces }, (_, i) => body.slice(i * size, (i + 1) * size))
  return {
    headers: { 'content-type': 'application/json', 'transfer-encoding': 'chunked' },
    body: [...chunks.filter(Boolean), '']
      .map((chunk) => `${Buffer.byteLength(chunk).toString(16)}\r\n${chunk}\r\n`)
      .join(''),
  }
}

let numbers = 0
const given = (extra: object = {}) => ({
  email_address: [address('go')],
  phone_number: [`+1425${4_000_000 + ++numbers}`],
  ...extra,
})

rule('BOD-5 STR-8', 'Go creates and updates with bodies in chunks', async (server) => {
  const create = {
    method: 'POST',
    target: '/v1/users',
    ...chunked(given({ private_metadata: { a: [1, 'x'] } }), 3),
  }
  const made = await userFrom(server, go, create)
  assert.deepEqual(made.private_metadata, { a: [1, 'x'] })
  const target = `/v1/users/${made.id}`
  const changes = { first_name: 'Ada', public_metadata: { replaced: true } }
  const user = await userFrom(server, go, { method: 'PATCH', target, ...chunked(changes) })
  assert.deepEqual([user.first_name, user.public_metadata], ['Ada', { replaced: true }])
  const metadata = {
    method: 'PATCH',
    target: `${target}/metadata`,
    ...chunked({ private_metadata: { a: null } }),
  }
  assert.deepEqual((await userFrom(server, go, metadata)).private_metadata, {})
})

rule('BOD-5 BAN-1 UNB-1 LCK-1 ULK-1 RPW-2', 'Go bans and locks with a chunked null', async (server) => {
  const made = await userFrom(server, go, { method: 'POST', target: '/v1/users', ...chunked(given()) })
  const post = (operation: string) =>
    userFrom(server, go, { method: 'POST', target: `/v1/users/${made.id}/${operation}`, ...chunked(null) })
  assert.equal((await post('ban')).banned, true)
  assert.equal((await post('unban')).banned, false)
  assert.equal((await post('lock')).locked, true)
  assert.equal((await post('unlock')).locked, false)
  assert.equal((await post('remove_password')).password_enabled, false)
})

rule('BOD-5 BOD-15 DEL-1', 'Go sends a chunked null where it has nothing to say', async (server) => {
  const made = await userFrom(server, go, { method: 'POST', target: '/v1/users', ...chunked(given()) })
  const target = `/v1/users/${made.id}`
  assert.deepEqual(await userFrom(server, go, { method: 'PATCH', target, ...chunked(null) }), made)
  assert.deepEqual(
    await userFrom(server, go, { method: 'PATCH', target: `${target}/metadata`, ...chunked(null) }),
    made,
  )
  await deletedFrom(server, go, { method: 'DELETE', target, ...chunked(null) })
  const again = await call(server, go, { method: 'DELETE', target, ...chunked(null) })
  assert.deepEqual([again.status, problems(again)], [404, ['resource_not_found']])
  const nobody = await call(server, go, { method: 'POST', target: '/v1/users', ...chunked(null) })
  assert.deepEqual([nobody.status, problems(nobody)], [422, ['form_data_missing']])
})

rule(
  'CNT-1 CNT-2 QRY-1 QRY-6',
  'Go lists with sorted keys and counts with the same query',
  async (server) => {
    const mark = `gox${++numbers}x`
    const ids: string[] = []
    for (let i = 0; i < 3; i++) {
      const body = chunked(given({ first_name: mark }))
      ids.push((await userFrom(server, go, { method: 'POST', target: '/v1/users', ...body })).id)
    }
    const names = ids.map((id) => `user_id=${id}`).join('&')
    const query = `limit=2&offset=1&order_by=%2Bcreated_at&query=${mark}&${names}`
    const found = await usersFrom(server, go, `/v1/users?${query}`)
    assert.deepEqual(found.map((user) => user.id).sort(), ids.slice(1).sort())
    assert.equal(await countFrom(server, go, `/v1/users/count?${query}`), 3)
  },
)

rule('TIM-1 STR-4', 'Go meets only times written as plain digits', async (server) => {
  const made = await userFrom(server, go, {
    method: 'POST',
    target: '/v1/users',
    ...chunked(
      given({
        created_at: '2022-03-04T05:06:07.089Z',
        legal_accepted_at: '2022-03-04T05:06:07Z',
        locked: true,
      }),
    ),
  })
  const { text: answered } = await call(server, go, { method: 'GET', target: `/v1/users/${made.id}` })
  const times = [...answered.matchAll(/"(\w+_at|lockout_expires_in_seconds)":([^,}]+)/g)]
  assert.ok(times.length >= 10)
  for (const [, name, written] of times) assert.match(written!, /^(null|\d+)$/, name)
})

rule('HDR-1 ERR-4', 'Go finds the trace id in the header, of successes too', async (server) => {
  const fine = await call(server, go, { method: 'GET', target: '/v1/users?limit=1' })
  assert.match(fine.headers.get('clerk-trace-id')!, /^[0-9a-f]{32}$/)
  const failed = await call(server, go, { method: 'GET', target: '/v1/users/user_nobody' })
  assert.equal(failed.headers.get('clerk-trace-id'), failed.body.clerk_trace_id)
  assert.notEqual(failed.body.clerk_trace_id, fine.headers.get('clerk-trace-id'))
})
