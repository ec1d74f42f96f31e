import assert from 'node:assert/strict'
import { address } from '#tests/api/given-users.ts'
import { type ClerkUsers, clientRule, requestsDuring } from './clients.ts'

/** Keys of every spelling, which a client or server that converts names would damage. */
const keys = {
  camelCase: 1,
  snake_case: 2,
  PascalCase: 3,
  'kebab-case': 4,
  'with space': 5,
  URLPath: 6,
  ключ: 7,
  '': 8,
  public_metadata: 9,
}

const fields = ['publicMetadata', 'privateMetadata', 'unsafeMetadata'] as const
const three = <T>(value: T) => ({ publicMetadata: value, privateMetadata: value, unsafeMetadata: value })
const metadataOf = (user: object) =>
  Object.fromEntries(fields.map((field) => [field, (user as Record<string, unknown>)[field]]))

const create = (users: ClerkUsers, metadata: object = {}) =>
  users.createUser({ emailAddress: [address('meta')], firstName: 'Ada', ...metadata })

clientRule('STR-10 MET-7', 'keeps the spelling of metadata keys, at every depth', async ({ users }) => {
  const spelled = { ...keys, deep: { ...keys, deeper: [keys, { ...keys }] } }
  const user = await create(users, three(spelled))
  assert.deepEqual(metadataOf(user), three(spelled))
  assert.deepEqual(Object.keys(user.publicMetadata), Object.keys(spelled), 'and their order')
  const merged = await users.updateUserMetadata(user.id, {
    publicMetadata: { deep: { newKey: { aB_c: 1 } } },
  })
  const deep = { ...spelled.deep, newKey: { aB_c: 1 } }
  assert.deepEqual(merged.publicMetadata, { ...spelled, deep })
  assert.deepEqual((await users.getUser(user.id)).publicMetadata, { ...spelled, deep })
})

clientRule(
  'STR-10 MET-1 MET-3 MET-5',
  'merges metadata deeply and leaves the other fields',
  async ({ users }) => {
    const user = await create(users, three({ a: { x: 1, y: 2 }, list: [1, 2, 3], b: 3 }))
    const merged = await users.updateUserMetadata(user.id, {
      publicMetadata: { a: { y: 5, z: 6 }, list: ['one'], b: { now: 'an object' } },
    })
    assert.deepEqual(merged.publicMetadata, {
      a: { x: 1, y: 5, z: 6 },
      list: ['one'],
      b: { now: 'an object' },
    })
    assert.deepEqual(merged.privateMetadata, user.privateMetadata)
    assert.deepEqual(merged.unsafeMetadata, user.unsafeMetadata)
    assert.equal(merged.firstName, 'Ada')
  },
)

clientRule('STR-10 MET-2', 'removes metadata keys with null, at every depth', async ({ users }) => {
  const user = await create(users, three({ keep: 1, drop: 2, deep: { keep: 1, drop: { all: true } } }))
  const merged = await users.updateUserMetadata(
    user.id,
    three({ drop: null, deep: { drop: null, never: null } }),
  )
  assert.deepEqual(metadataOf(merged), three({ keep: 1, deep: { keep: 1 } }))
  assert.deepEqual(metadataOf(await users.getUser(user.id)), three({ keep: 1, deep: { keep: 1 } }))
})

clientRule('STR-10 MET-4 MET-5 BOD-5', 'changes nothing with empty metadata or none', async ({ users }) => {
  const user = await create(users, three({ kept: true }))
  assert.deepEqual(await users.updateUserMetadata(user.id, {}), user)
  assert.deepEqual(await users.updateUserMetadata(user.id, three({})), user)
  assert.deepEqual(await users.updateUserMetadata(user.id, { publicMetadata: undefined }), user)
})

clientRule(
  'STR-10 UPD-12 RMD-1',
  'replaces whole fields when it updates a user with metadata',
  async ({ users, clerk }) => {
    const user = await create(users, three({ old: true }))
    const sent = await requestsDuring(async () => {
      const updated = await users.updateUser(user.id, { publicMetadata: { brandNew: { Key: 1 } } })
      assert.deepEqual(metadataOf(updated), {
        ...three({ old: true }),
        publicMetadata: { brandNew: { Key: 1 } },
      })
    })
    assert.deepEqual(
      sent.map(({ method, path }) => `${method} ${path}`),
      [clerk.putsMetadata ? `PUT /v1/users/${user.id}/metadata` : `PATCH /v1/users/${user.id}`],
    )
    const read = await users.getUser(user.id)
    assert.deepEqual(metadataOf(read), { ...three({ old: true }), publicMetadata: { brandNew: { Key: 1 } } })
  },
)

clientRule(
  'STR-10 UPD-12 RMD-1',
  'updates attributes and replaces metadata in one call',
  async ({ users, clerk }) => {
    const user = await create(users, three({ old: true }))
    const sent = await requestsDuring(async () => {
      const updated = await users.updateUser(user.id, { lastName: 'Byron', ...three({ replaced: [1] }) })
      assert.equal(updated.lastName, 'Byron')
      assert.deepEqual(metadataOf(updated), three({ replaced: [1] }))
    })
    assert.equal(sent.length, clerk.putsMetadata ? 2 : 1)
    const cleared = await users.updateUser(user.id, three({}))
    assert.deepEqual(metadataOf(cleared), three({}))
    assert.equal(cleared.lastName, 'Byron')
  },
)

clientRule(
  'STR-10 RMD-1 RMD-2 RMD-3 RMD-4',
  'replaces metadata on its own, where it can',
  async ({ users, clerk }) => {
    const user = await create(users, three({ old: true }))
    assert.equal(users.replaceUserMetadata !== undefined, clerk.putsMetadata)
    if (!users.replaceUserMetadata) return
    const replaced = await users.replaceUserMetadata(user.id, { publicMetadata: { camelCase: { a_B: 1 } } })
    assert.deepEqual(metadataOf(replaced), {
      ...three({ old: true }),
      publicMetadata: { camelCase: { a_B: 1 } },
    })
    const cleared = await users.replaceUserMetadata(user.id, { publicMetadata: {}, unsafeMetadata: null })
    assert.deepEqual(metadataOf(cleared), {
      publicMetadata: {},
      privateMetadata: { old: true },
      unsafeMetadata: {},
    })
    const none = await users.replaceUserMetadata(user.id, { privateMetadata: null })
    assert.equal(none.privateMetadata, null)
  },
)

clientRule('STR-10 MET-8', 'keeps all keys of parallel merges', async ({ users }) => {
  const { id } = await create(users)
  const names = Array.from({ length: 16 }, (_, i) => `key${i}`)
  await Promise.all(names.map((name) => users.updateUserMetadata(id, { publicMetadata: { [name]: name } })))
  const { publicMetadata } = await users.getUser(id)
  assert.deepEqual(publicMetadata, Object.fromEntries(names.map((name) => [name, name])))
})
