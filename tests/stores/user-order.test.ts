import assert from 'node:assert/strict'
import type { Storage } from '#server/storage/storage.ts'
import type { User } from '#server/users/user.ts'
import type { UserOrder, UserPage } from '#server/users/user-store.ts'
import { change, email, found, given, identification, onEngines, page, user } from './given.ts'

async function assertOrder(storage: Storage, order: UserOrder, ascending: string, descending: string) {
  assert.equal((await found(storage, {}, { order, descending: false })).join(' '), ascending, order)
  assert.equal((await found(storage, {}, { order, descending: true })).join(' '), descending, `-${order}`)
}

onEngines('missing values come last in both directions, and ids break ties', async (storage) => {
  const times = [
    { last_active_at: 2, last_sign_in_at: 5, first_name: 'bob', last_name: 'É' },
    { last_active_at: null, last_sign_in_at: null, first_name: null, last_name: null },
    { last_active_at: 2, last_sign_in_at: 3, first_name: 'Bob', last_name: 'z' },
    { last_active_at: 1, last_sign_in_at: 4, first_name: 'alice', last_name: 'A' },
    { last_active_at: null, last_sign_in_at: null, first_name: null, last_name: null },
  ]
  for (const [index, attributes] of times.entries()) await given(storage, user(String(index), attributes))
  await assertOrder(storage, 'last_active_at', '3 0 2 1 4', '2 0 3 4 1')
  await assertOrder(storage, 'last_sign_in_at', '2 3 0 1 4', '0 3 2 4 1')
  await assertOrder(storage, 'first_name', '3 0 2 1 4', '2 0 3 4 1')
  await assertOrder(storage, 'last_name', '3 2 0 1 4', '0 2 3 4 1')
  await assertOrder(storage, 'created_at', '0 1 2 3 4', '4 3 2 1 0')
})

onEngines('identifier orders use the primary identification, byte by byte', async (storage) => {
  const withAll = (id: string, value: string): User =>
    user(id, {
      identifications: [
        email(`${value}@example.com`),
        identification('phone_number', value),
        identification('web3_wallet', value),
        identification('username', value),
      ],
    })
  const values = ['b', 'a-b', 'a', 'ab', 'a_b', 'é']
  for (const value of values) await given(storage, withAll(value, value))
  await given(storage, user('none'))
  for (const order of ['phone_number', 'web3wallet', 'username'] as const)
    await assertOrder(storage, order, 'a a-b a_b ab b é none', 'é b ab a_b a-b a none')
  await assertOrder(storage, 'email_address', 'a-b a a_b ab b é none', 'é b ab a_b a a-b none')

  const late = email('zzz@example.com')
  await change(storage, 'a', { add: [late] })
  await assertOrder(storage, 'email_address', 'a-b a a_b ab b é none', 'é b ab a_b a a-b none')
  await change(storage, 'a', { attributes: { primary_email_address_id: late.id } })
  await assertOrder(storage, 'email_address', 'a-b a_b ab b a é none', 'é a b ab a_b a-b none')
  await change(storage, 'a', { attributes: { primary_email_address_id: null } })
  await assertOrder(storage, 'email_address', 'a-b a_b ab b é a none', 'é b ab a_b a-b none a')
})

onEngines('updated_at orders by the last change', async (storage) => {
  await given(storage, user('1'), user('2'), user('3'))
  await change(storage, '2', { attributes: { banned: true } }, 1_900_000_000_000)
  await assertOrder(storage, 'updated_at', '1 3 2', '2 3 1')
})

onEngines('limit and offset cut a page out of the order', async (storage) => {
  for (const id of ['1', '2', '3', '4', '5']) await given(storage, user(id))
  const ids = async (more: Partial<UserPage>) => (await found(storage, {}, more)).join(' ')
  assert.equal(await ids({ limit: 2 }), '1 2')
  assert.equal(await ids({ limit: 2, offset: 2, descending: true }), '3 2')
  assert.equal(await ids({ limit: 500, offset: 4 }), '5')
  assert.equal(await ids({ limit: 1, offset: Number.MAX_SAFE_INTEGER }), '')
  assert.equal(await storage.users.count({}), 5)
})

onEngines('pages behind a cursor meet every user once, equal times included', async (storage) => {
  for (let index = 0; index < 23; index++)
    await given(
      storage,
      user(`user_${index}`, { created_at: 1000 + Math.floor(index / 4), banned: index > 20 }),
    )
  for (const descending of [false, true]) {
    const all = await found(storage, { banned: false }, { descending })
    const met: string[] = []
    let after: UserPage['after']
    for (;;) {
      const users = await storage.users.list({ banned: false }, page({ descending, limit: 5, after }))
      if (users.length === 0) break
      met.push(...users.map(({ id }) => id))
      after = users.at(-1)!
    }
    assert.deepEqual(met, all)
    assert.equal(met.length, 21)
  }
})
