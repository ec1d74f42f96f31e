import assert from 'node:assert/strict'
import { address, refused } from '#tests/api/given-users.ts'
import { rule } from '#tests/rules.ts'
import type { Answer, TestServer } from '#tests/running-server.ts'

const verified = {
  object: 'verification_admin',
  status: 'verified',
  strategy: 'admin',
  attempts: null,
  expire_at: null,
}

/** All that a user with one username answers, less id, times and pictures. */
const bare = {
  object: 'user',
  username: 'usr1_ada',
  first_name: null,
  last_name: null,
  locale: null,
  has_image: false,
  primary_email_address_id: null,
  primary_phone_number_id: null,
  primary_web3_wallet_id: null,
  password_enabled: false,
  two_factor_enabled: false,
  totp_enabled: false,
  backup_code_enabled: false,
  email_addresses: [],
  phone_numbers: [],
  web3_wallets: [],
  passkeys: [],
  external_accounts: [],
  saml_accounts: [],
  enterprise_accounts: [],
  password_last_updated_at: null,
  public_metadata: {},
  private_metadata: {},
  unsafe_metadata: {},
  external_id: null,
  last_sign_in_at: null,
  banned: false,
  locked: false,
  deprovisioned: false,
  lockout_expires_in_seconds: null,
  verification_attempts_remaining: 10,
  delete_self_enabled: true,
  create_organization_enabled: true,
  create_organizations_limit: null,
  last_active_at: null,
  mfa_enabled_at: null,
  mfa_disabled_at: null,
  legal_accepted_at: null,
  bypass_client_trust: false,
}

rule('USR-1 USR-3 USR-5 USR-7 USR-8 USR-9', 'a minimal user is exactly this', async (server) => {
  const user = await server.create({ username: 'usr1_ada' })
  const { id, created_at, updated_at, image_url, profile_image_url, ...rest } = user
  assert.deepEqual(rest, bare)
  assert.match(id, /^user_[0-9A-Za-z]{27}$/)
  assert.ok(Number.isInteger(created_at))
  assert.equal(updated_at, created_at)
  assert.ok(image_url.startsWith(`${server.url}/images/`))
  assert.equal(profile_image_url, image_url)
  assert.deepEqual((await server.request('GET', `/users/${id}`)).body, user)
  assert.deepEqual((await server.request('GET', '/users?username=usr1_ada')).body, [user])
})

/** Every field that create takes and that the answer shows under the same name. */
const given = {
  external_id: 'usr2-ext',
  first_name: 'Ada',
  last_name: 'King-Noel, Countess of Lovelace',
  locale: 'en-GB',
  username: 'USR2_Ada',
  public_metadata: { a: [1, { b: null }], '': '' },
  private_metadata: { plan: 'pro' },
  unsafe_metadata: { π: 3.14, nested: { x: true } },
  delete_self_enabled: false,
  create_organization_enabled: false,
  create_organizations_limit: 2_147_483_647,
  bypass_client_trust: true,
  banned: true,
}

const full = {
  ...given,
  email_address: ['usr2.b@x.io', 'usr2.a@x.io', 'usr2.c@x.io'],
  email_address_identification_status: ['verified', 'reserved', 'verified'],
  phone_number: ['+442079460102', '+12025550102'],
  phone_number_identification_status: ['reserved', 'verified'],
  web3_wallet: [`0x${'Fe'.repeat(20)}`, `0x${'aB'.repeat(20)}`],
  timezone: 'Europe/Vienna',
  legal_accepted_at: '2024-02-29T00:00:00Z',
  created_at: '2001-02-03T04:05:06.789Z',
  skip_password_checks: false,
  skip_password_requirement: null,
  skip_legal_checks: true,
  skip_user_requirement: false,
  locked: false,
}

/** Created at the first use, because the tests of a file share one server. */
async function fullUser(server: TestServer): Promise<Answer['body']> {
  const { body } = await server.request('GET', '/users?username=usr2_ada')
  return body[0] ?? (await server.create(full))
}

rule('USR-2 SET-1 VER-8', 'what was given comes back as it was given', async (server) => {
  const user = await fullUser(server)
  assert.deepEqual(Object.fromEntries(Object.keys(given).map((key) => [key, user[key]])), given)
  assert.equal(user.legal_accepted_at, Date.UTC(2024, 1, 29))
  assert.equal(user.created_at, Date.UTC(2001, 1, 3, 4, 5, 6, 789))
  assert.deepEqual(Object.keys(user).toSorted(), [...Object.keys(bare), ...others].toSorted())
  assert.deepEqual((await server.request('GET', `/users/${user.id}`)).body, user)
})

const others = ['id', 'created_at', 'updated_at', 'image_url', 'profile_image_url']

rule('USR-3', 'an empty text means absent', async (server) => {
  const empty = { username: '', first_name: '', last_name: '', locale: '', external_id: '', timezone: '' }
  const user = await server.create({ email_address: [address()], ...empty })
  for (const key of Object.keys(empty)) assert.equal(user[key] ?? null, null, key)
  const nulls = Object.fromEntries(Object.keys(empty).map((key) => [key, null]))
  const other = await server.create({ email_address: [address()], ...nulls })
  for (const key of Object.keys(empty)) assert.equal(other[key] ?? null, null, key)
  const row = (await server.rows('users')).find(({ id }) => id === user.id)
  assert.deepEqual([row?.first_name, row?.external_id, row?.timezone], [null, null, null])
  assert.equal((await server.rows('identifications')).filter((one) => one.user_id === user.id).length, 1)
})

rule(
  'USR-6',
  'addresses, phone numbers and wallets stand in the order in which they came',
  async (server) => {
    const { id } = await fullUser(server)
    const { body } = await server.request('GET', `/users/${id}`)
    const texts = (list: Record<string, unknown>[], key: string) => list.map((one) => one[key])
    assert.deepEqual(texts(body.email_addresses, 'email_address'), full.email_address)
    assert.deepEqual(texts(body.phone_numbers, 'phone_number'), full.phone_number)
    assert.deepEqual(texts(body.web3_wallets, 'web3_wallet'), full.web3_wallet)
    const many = Array.from({ length: 100 }, (_, i) => `usr6.${(i * 37) % 100}@x.io`)
    const user = await server.create({ email_address: many })
    const read = await server.request('GET', `/users/${user.id}`)
    assert.deepEqual(texts(read.body.email_addresses, 'email_address'), many)
  },
)

rule('USR-15 USR-18 STR-3 STR-4 STR-5 STR-6', 'an e-mail address is exactly this', async (server) => {
  const { email_addresses, updated_at } = await fullUser(server)
  const times = { created_at: updated_at, updated_at }
  const shape = { object: 'email_address', linked_to: [], matches_sso_connection: false, ...times }
  const [b, a, c] = full.email_address
  assert.deepEqual(
    email_addresses.map(({ id, ...rest }: { id: string }) => rest),
    [
      { ...shape, email_address: b, reserved: false, verification: verified },
      { ...shape, email_address: a, reserved: true, verification: null },
      { ...shape, email_address: c, reserved: false, verification: verified },
    ],
  )
  for (const { id } of email_addresses) assert.match(id, /^idn_[0-9A-Za-z]{27}$/)
})

rule('USR-16 USR-18 STR-3 STR-4 STR-5 STR-6', 'a phone number is exactly this', async (server) => {
  const { phone_numbers, primary_phone_number_id, updated_at } = await fullUser(server)
  const shape = {
    object: 'phone_number',
    reserved_for_second_factor: false,
    default_second_factor: false,
    linked_to: [],
    backup_codes: null,
    created_at: updated_at,
    updated_at,
  }
  const [first, second] = full.phone_number
  assert.deepEqual(
    phone_numbers.map(({ id, ...rest }: { id: string }) => rest),
    [
      { ...shape, phone_number: first, reserved: true, verification: null },
      { ...shape, phone_number: second, reserved: false, verification: verified },
    ],
  )
  assert.equal(primary_phone_number_id, phone_numbers[1].id)
})

rule('USR-17 USR-18 STR-3 STR-4', 'a wallet is exactly this', async (server) => {
  const { web3_wallets, updated_at } = await fullUser(server)
  assert.deepEqual(
    web3_wallets.map(({ id, ...rest }: { id: string }) => rest),
    full.web3_wallet.map((web3_wallet) => ({
      object: 'web3_wallet',
      web3_wallet,
      verification: verified,
      created_at: updated_at,
      updated_at,
    })),
  )
})

rule('USR-12', 'the limit of organizations keeps 0 and null apart', async (server) => {
  for (const create_organizations_limit of [0, 1, 2_147_483_647, null]) {
    const user = await server.create({ email_address: [address()], create_organizations_limit })
    assert.equal(user.create_organizations_limit, create_organizations_limit)
    const { body } = await server.request('GET', `/users/${user.id}`)
    assert.equal(body.create_organizations_limit, create_organizations_limit)
  }
  assert.equal((await server.create({ email_address: [address()] })).create_organizations_limit, null)
})

rule('USR-12', 'bypass_client_trust is false unless given', async (server) => {
  for (const [sent, shown] of [
    [true, true],
    [false, false],
    [null, false],
    [undefined, false],
  ]) {
    const user = await server.create({ email_address: [address()], bypass_client_trust: sent })
    assert.equal(user.bypass_client_trust, shown, String(sent))
  }
})

rule('USR-13', 'a time zone is stored and not shown', async (server) => {
  for (const timezone of ['Europe/Vienna', 'UTC', 'America/Argentina/Buenos_Aires', 'Etc/GMT+5']) {
    const user = await server.create({ email_address: [address()], timezone })
    assert.ok(!('timezone' in user))
    assert.ok(!('timezone' in (await server.request('GET', `/users/${user.id}`)).body))
    assert.equal((await server.rows('users')).find(({ id }) => id === user.id)?.timezone, timezone)
  }
  for (const timezone of ['Europe/Bartleby', '+01:00', 'Vienna', '../etc/passwd', "UTC'--"])
    refused(
      await server.request('POST', '/users', { body: { email_address: [address()], timezone } }),
      422,
      'form_param_format_invalid timezone',
    )
})

rule('USR-14', 'organization_memberships and scim are left out of every answer', async (server) => {
  const { id } = await fullUser(server)
  for (const path of [`/users/${id}`, '/users?username=usr2_ada'])
    assert.doesNotMatch((await server.request('GET', path)).text, /organization_memberships|scim|timezone/)
})

const required =
  'id object external_id primary_email_address_id primary_phone_number_id primary_web3_wallet_id username first_name last_name has_image public_metadata email_addresses phone_numbers web3_wallets passkeys password_enabled two_factor_enabled totp_enabled backup_code_enabled mfa_enabled_at mfa_disabled_at external_accounts saml_accounts enterprise_accounts last_sign_in_at banned locked lockout_expires_in_seconds verification_attempts_remaining created_at updated_at delete_self_enabled create_organization_enabled last_active_at legal_accepted_at'
const never =
  'id object has_image public_metadata email_addresses phone_numbers web3_wallets passkeys password_enabled two_factor_enabled totp_enabled backup_code_enabled external_accounts saml_accounts enterprise_accounts banned locked created_at updated_at delete_self_enabled create_organization_enabled'

rule(
  'STR-1',
  'the fields that generated clients require are there, the strict ones never null',
  async (server) => {
    const minimal = await server.create({ email_address: [address()] })
    for (const user of [minimal, await fullUser(server)]) {
      for (const key of required.split(' ')) assert.ok(Object.hasOwn(user, key), key)
      for (const key of never.split(' ')) assert.notEqual(user[key], null, key)
    }
  },
)

rule('STR-2 USR-5', 'public and unsafe metadata are objects whatever was written', async (server) => {
  const { id } = await server.create({ email_address: [address()], public_metadata: {} })
  const nothing = { public_metadata: null, private_metadata: null, unsafe_metadata: null }
  const put = await server.request('PUT', `/users/${id}/metadata`, { body: nothing })
  const patch = await server.request('PATCH', `/users/${id}`, { body: nothing })
  for (const { body } of [put, patch, await server.request('GET', `/users/${id}`)]) {
    assert.deepEqual(body.public_metadata, {})
    assert.deepEqual(body.unsafe_metadata, {})
  }
})
