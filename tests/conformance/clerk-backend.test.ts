import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { address } from '#tests/api/given-users.ts'
import {
  type ClerkUser,
  clerks,
  clientRule,
  type Params,
  refusalOf,
  requestsDuring,
  wireName,
} from './clients.ts'

let numbers = 0
const unique = () => ++numbers

/** Everything that a user can be given at creation, and the same as the wire answers it. */
function everything(): { params: Params; answered: Params } {
  const n = unique()
  const seven = String(2_000_000 + n)
  const params = {
    externalId: `client-${n}`,
    emailAddress: [address('Client.One'), address('client.two')],
    phoneNumber: [`+1416${seven}`, `+1417${seven}`],
    web3Wallet: [`0x${n.toString(16).padStart(40, 'a')}`],
    username: `client_${n}`,
    firstName: 'Ada',
    lastName: 'Lovelace',
    publicMetadata: { plan: 'pro' },
    privateMetadata: { stripeId: 'cus_1' },
    unsafeMetadata: { theme: 'dark' },
    createdAt: new Date('2022-03-04T05:06:07.089Z'),
    legalAcceptedAt: new Date('2022-03-05T05:06:07.001Z'),
    skipPasswordRequirement: true,
    skipLegalChecks: true,
  }
  const { createdAt, legalAcceptedAt } = params
  return {
    params,
    answered: { ...params, createdAt: createdAt.getTime(), legalAcceptedAt: legalAcceptedAt.getTime() },
  }
}

// biome-ignore lint/suspicious/noExplicitAny: compares objects of any kind, name by name
type Any = any

/** Every property that the client's object has must hold what the wire says under the same name. */
function holdsWhatTheWireSays(object: Any, wire: Any, where = 'user'): void {
  for (const [name, value] of Object.entries(object) as [string, Any][]) {
    if (name === '_raw' || (name === 'timezone' && wire.timezone === undefined)) continue
    const said = wire[wireName(name)] ?? null
    const here = `${where}.${name}`
    if (/metadata$/i.test(name) || value === null || typeof value !== 'object')
      assert.deepEqual(value, said, here)
    else if (Array.isArray(value)) {
      assert.equal(value.length, said.length, here)
      value.forEach((one, i) => void holdsWhatTheWireSays(one, said[i], `${here}[${i}]`))
    } else holdsWhatTheWireSays(value, said, here)
  }
}

const addressesOf = (user: ClerkUser) => user.emailAddresses.map(({ emailAddress }) => emailAddress)

for (const { folder, version } of clerks) {
  const manifest = join(import.meta.dirname, '../../node_modules', folder, 'package.json')
  const { name, version: installed } = JSON.parse(readFileSync(manifest, 'utf8'))
  assert.deepEqual([name, installed], ['@clerk/backend', version])
}

clientRule(
  'STR-8 CRT-1 CRT-2 CRT-3',
  'creates a user with everything that a user can have',
  async (scene) => {
    const { users, server } = scene
    const { params, answered } = everything()
    const user = await users.createUser(params)
    const { emailAddress, phoneNumber, web3Wallet, skipPasswordRequirement, skipLegalChecks, ...rest } =
      answered as Any
    assert.partialDeepStrictEqual(user, rest)
    assert.deepEqual(
      addressesOf(user),
      emailAddress.map((one: string) => one.toLowerCase()),
    )
    assert.deepEqual(
      user.phoneNumbers.map((one) => one.phoneNumber),
      phoneNumber,
    )
    assert.deepEqual(
      user.web3Wallets.map((one) => one.web3Wallet),
      web3Wallet,
    )
    const verification = { status: 'verified', strategy: 'admin', attempts: null, expireAt: null }
    for (const one of [...user.emailAddresses, ...user.phoneNumbers, ...user.web3Wallets])
      assert.partialDeepStrictEqual(one.verification, verification)
    for (const one of [...user.emailAddresses, ...user.phoneNumbers]) assert.deepEqual(one.linkedTo, [])
    const stored = await server.request('GET', `/users/${user.id}`)
    holdsWhatTheWireSays(user, stored.body)
  },
)

clientRule(
  'STR-8',
  'makes an instance of its class, whose getters find what is primary',
  async ({ users }) => {
    const { params } = everything()
    const user = await users.createUser(params)
    assert.notEqual(Object.getPrototypeOf(user), Object.prototype)
    assert.equal(user.primaryEmailAddress?.emailAddress, (params.emailAddress as string[])[0]!.toLowerCase())
    assert.equal(user.primaryPhoneNumber?.phoneNumber, (params.phoneNumber as string[])[0])
    assert.equal(user.primaryWeb3Wallet?.web3Wallet, (params.web3Wallet as string[])[0])
    assert.equal(user.fullName, 'Ada Lovelace')
    assert.equal(user.hasImage, false)
    assert.match(user.imageUrl, /^http:\/\/.+\/images\/.+/)
  },
)

clientRule('STR-8 CRT-26', 'gets the user that it created', async ({ users, server }) => {
  const created = await users.createUser({ emailAddress: [address('got')] })
  const user = await users.getUser(created.id)
  assert.deepEqual(user, created)
  holdsWhatTheWireSays(user, (await server.request('GET', `/users/${user.id}`)).body)
  assert.partialDeepStrictEqual(user, {
    passwordEnabled: false,
    totpEnabled: false,
    backupCodeEnabled: false,
    twoFactorEnabled: false,
    banned: false,
    locked: false,
    lastSignInAt: null,
    lastActiveAt: null,
    externalId: null,
    username: null,
    firstName: null,
    lastName: null,
    externalAccounts: [],
    createOrganizationEnabled: true,
    createOrganizationsLimit: null,
    deleteSelfEnabled: true,
    legalAcceptedAt: null,
    publicMetadata: {},
    privateMetadata: {},
    unsafeMetadata: {},
  })
})

clientRule('STR-8 CRT-5', 'reserves an address, which then has no verification', async ({ users }) => {
  const user = await users.createUser({
    emailAddress: [address('open'), address('held')],
    emailAddressIdentificationStatus: ['verified', 'reserved'],
  })
  assert.equal(user.emailAddresses[0]?.verification?.status, 'verified')
  assert.equal(user.emailAddresses[1]?.verification, null)
  assert.equal(user.primaryEmailAddressId, user.emailAddresses[0]?.id)
})

clientRule('STR-8 UPD-1 TIM-2', 'updates every attribute that its types offer', async ({ users, server }) => {
  const { id, ...before } = await users.createUser(everything().params)
  const n = unique()
  const changes = {
    firstName: 'Grace',
    lastName: 'Hopper',
    username: `Client-${n}`,
    externalId: `moved-${n}`,
    deleteSelfEnabled: false,
    createOrganizationEnabled: false,
    createOrganizationsLimit: 7,
  }
  const user = await users.updateUser(id, {
    ...changes,
    primaryEmailAddressID: before.emailAddresses[1]!.id,
    primaryPhoneNumberID: before.phoneNumbers[1]!.id,
    primaryWeb3WalletID: before.web3Wallets[0]!.id,
    notifyPrimaryEmailAddressChanged: true,
    createdAt: new Date('2021-01-01T00:00:00.001Z'),
    legalAcceptedAt: new Date('2021-01-02T00:00:00.002Z'),
    skipLegalChecks: true,
    locale: 'de-AT',
    timezone: 'Europe/Vienna',
    bypassClientTrust: true,
  })
  assert.partialDeepStrictEqual(user, {
    ...changes,
    id,
    primaryEmailAddressId: before.emailAddresses[1]!.id,
    primaryPhoneNumberId: before.phoneNumbers[1]!.id,
    primaryWeb3WalletId: before.web3Wallets[0]!.id,
    createdAt: Date.parse('2021-01-01T00:00:00.001Z'),
    legalAcceptedAt: Date.parse('2021-01-02T00:00:00.002Z'),
    publicMetadata: before.publicMetadata,
    emailAddresses: before.emailAddresses,
  })
  const { body } = await server.request('GET', `/users/${id}`)
  holdsWhatTheWireSays(user, body)
  assert.partialDeepStrictEqual(body, { locale: 'de-AT', bypass_client_trust: true })
})

clientRule('STR-8 UPD-1 UPD-4', 'clears with null', async ({ users }) => {
  const { id } = await users.createUser(everything().params)
  const user = await users.updateUser(id, {
    firstName: null,
    lastName: null,
    externalId: null,
    username: null,
    legalAcceptedAt: null,
  })
  assert.partialDeepStrictEqual(user, {
    firstName: null,
    lastName: null,
    externalId: null,
    username: null,
    legalAcceptedAt: null,
  })
})

clientRule(
  'STR-8 BOD-5 EVT-5',
  'updates nothing with {}, which it sends as no body at all',
  async ({ users, server }) => {
    const created = await users.createUser(everything().params)
    const sent = await requestsDuring(async () => {
      assert.deepEqual(await users.updateUser(created.id, {}), created)
      assert.deepEqual(await users.updateUser(created.id), created)
    })
    assert.deepEqual(
      sent.map(({ method, headers }) => [method, headers['content-type'], headers['content-length']]),
      [
        ['PATCH', 'application/json', undefined],
        ['PATCH', 'application/json', undefined],
      ],
    )
    assert.deepEqual(
      (await server.events(created.id)).map(({ type }) => type),
      ['user.created'],
    )
  },
)

clientRule('STR-8 DEL-1 DEL-2 BOD-6', 'deletes a user for good', async ({ users }) => {
  const { params } = everything()
  const { id } = await users.createUser(params)
  const deleted = await users.deleteUser(id)
  assert.deepEqual({ ...deleted }, { object: 'user', id, slug: null, deleted: true })
  const error = await refusalOf(users.getUser(id))
  assert.equal(error.status, 404)
  assert.equal(error.errors[0]?.code, 'resource_not_found')
  assert.equal(await users.getCount({ userId: [id] }), 0)
  const again = await users.createUser(params)
  assert.equal(again.externalId, params.externalId)
  assert.notEqual(again.id, id)
})

clientRule(
  'QRY-11',
  'reaches no other operation with an id that contains a slash',
  async ({ users, server }) => {
    const { id } = await users.createUser({ emailAddress: [address('slash')] })
    for (const odd of [`${id}/metadata`, `${id}/nothing`, 'count/of'])
      assert.equal((await refusalOf(users.getUser(odd))).status, 404, odd)
    assert.equal((await refusalOf(users.deleteUser(`${id}/metadata`))).status, 404)
    assert.equal((await server.request('GET', `/users/${id}`)).status, 200)
  },
)

clientRule(
  'STR-8 HDR-4',
  'asks nobody but the server, and introduces itself',
  async ({ users, clerk, server }) => {
    const sent = await requestsDuring(async () => {
      const { id } = await users.createUser({ emailAddress: [address('alone')] })
      await users.getUser(id)
      await users.getUserList({ userId: [id] })
      await users.updateUser(id, { firstName: 'Ada' })
      await users.updateUserMetadata(id, { publicMetadata: { a: 1 } })
      await users.deleteUser(id)
      await refusalOf(users.getUser(id))
    })
    assert.equal(sent.length, 8)
    for (const { origin, path, headers } of sent) {
      assert.equal(origin, server.url)
      assert.ok(path.startsWith('/v1/users'), path)
      assert.equal(headers['clerk-api-version'], clerk.apiVersion)
      assert.equal(headers['user-agent'], `@clerk/backend@${clerk.version}`)
    }
  },
)
