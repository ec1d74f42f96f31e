import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import type { Bartleby, CreateUserParams, User } from '#sdk/index.ts'
import { clientOn, ok, refused } from '#tests/sdk/fake-fetch.ts'
import { onServers } from '#tests/sdk/on-servers.ts'

type Users = Bartleby['users']

let created = 0
const create = (users: Users, params: CreateUserParams = {}) =>
  users.create({ emailAddress: [`user${created++}@example.com`], ...params })

/** Seven users, from Z to T; their ids, newest first. */
async function sevenOf(users: Users, params: CreateUserParams = {}): Promise<string[]> {
  const ids: string[] = []
  for (const firstName of 'ZYXWVUT') ids.unshift((await create(users, { firstName, ...params })).id)
  return ids
}

/** Walks to the end; `meanwhile` runs after each user. */
async function walk(
  users: AsyncIterable<User>,
  meanwhile: (user: User, count: number) => unknown = () => {},
) {
  const seen: string[] = []
  for await (const user of users) {
    seen.push(user.id)
    await meanwhile(user, seen.length)
  }
  return seen
}

onServers('iterate gives every user once, newest first, in pages of any size', async ({ users }) => {
  const ids = await sevenOf(users)
  for (const limit of [1, 2, 3, 7, 8]) assert.deepEqual(await walk(users.iterate({ limit })), ids)
  assert.deepEqual(await walk(users.iterate()), ids)
  assert.deepEqual(await walk(users.iterate({ orderBy: '+created_at', limit: 2 })), ids.toReversed())
  assert.deepEqual(await walk(users.iterate({ orderBy: 'first_name', limit: 2 })), ids)
  assert.deepEqual(await walk(users.iterate({ userId: [ids[3]!] })), [ids[3]])
  assert.deepEqual(await walk(users.iterate({ userId: ['user_nobody'] })), [])
})

onServers('users that are created meanwhile neither repeat nor hide others', async ({ users }) => {
  const ids = await sevenOf(users)
  assert.deepEqual(await walk(users.iterate({ limit: 2 }), () => create(users)), ids)
  // Every new one stands before the place of the walk, and moves what it has passed to where it comes next.
  const byName = await walk(users.iterate({ limit: 2, orderBy: 'first_name' }), (_, count) =>
    count < 6 ? create(users, { firstName: 'A' }) : undefined,
  )
  assert.equal(new Set(byName).size, byName.length)
  for (const id of ids) assert(byName.includes(id))
})

onServers('users can be deleted while they are iterated over', async ({ users }) => {
  for (const orderBy of ['-created_at', 'created_at'])
    for (const limit of [1, 3, 7]) {
      const ids = await sevenOf(users)
      const seen = await walk(users.iterate({ orderBy, limit }), ({ id }) => users.delete(id))
      assert.deepEqual(seen, orderBy.startsWith('-') ? ids : ids.toReversed())
      assert.equal(await users.count(), 0)
    }
})

onServers('a deleted user takes no other of the same instant along', async ({ users }) => {
  await sevenOf(users, { createdAt: new Date('2020-01-01T00:00:00.000Z') })
  for (const orderBy of ['-created_at', 'created_at']) {
    const ids = (await users.list({ orderBy })).data.map(({ id }) => id)
    const seen = await walk(users.iterate({ orderBy, limit: 3 }), async ({ id }, count) => {
      if (count === 3) await users.delete(id)
    })
    assert.deepEqual(seen, ids)
  }
})

suite('pages of the SDK', () => {
  const user = (n: number) => ({ id: `user_${n}`, created_at: 100 - n })

  test('list asks for the page and for the total at the same time, with the same filters', async () => {
    const { client, sent } = clientOn([ok([user(1)]), ok({ object: 'total_count', total_count: 12 })])
    const page = await client.users.list({ query: 'ada', limit: 1 })
    assert.deepEqual(page, { data: [{ id: 'user_1', createdAt: 99 }], totalCount: 12 })
    assert.deepEqual(
      sent.map(({ url }) => [url.pathname, url.searchParams.get('query')]),
      [
        ['/v1/users', 'ada'],
        ['/v1/users/count', 'ada'],
      ],
    )
  })

  test('iterate fetches a page when it is needed, and none after the last', async () => {
    const { client, sent } = clientOn([ok([user(1), user(2)]), ok([user(3)])])
    const users = client.users.iterate({ limit: 2, query: 'ada' })
    await users.next()
    await users.next()
    assert.equal(sent.length, 1)
    await users.next()
    assert.equal((await users.next()).done, true)
    assert.deepEqual(
      sent.map(({ url }) => url.search),
      [
        '?limit=2&query=ada&order_by=-created_at',
        '?limit=2&query=ada&order_by=-created_at&starting_after=user_2',
      ],
    )
  })

  test("a lost place is found again within the caller's own bounds", async () => {
    const lost = refused(422, 'form_resource_not_found')
    const { client, sent } = clientOn([ok([user(1), user(2)]), lost, ok([user(2), user(3)]), ok([])])
    assert.deepEqual(await walk(client.users.iterate({ limit: 2, createdAtBefore: new Date(50) })), [
      'user_1',
      'user_2',
      'user_3',
    ])
    assert.equal(sent[2]!.url.searchParams.get('created_at_before'), '50')
    assert.equal(sent[3]!.url.searchParams.get('starting_after'), 'user_3')
  })

  test('other orders go by offset, and leave out what comes again', async () => {
    const { client, sent } = clientOn([ok([user(1), user(2)]), ok([user(2), user(3)]), ok([user(4)])])
    const seen = await walk(client.users.iterate({ limit: 2, orderBy: 'username' }))
    assert.deepEqual(seen, ['user_1', 'user_2', 'user_3', 'user_4'])
    assert.deepEqual(
      sent.map(({ url }) => url.searchParams.get('offset')),
      ['0', '2', '4'],
    )
  })

  test('a page size that a server would not keep is refused', async () => {
    for (const limit of [0, 501, 1.5]) {
      const { client, sent } = clientOn([ok([])])
      await assert.rejects(client.users.iterate({ limit }).next(), /^RangeError: limit is the size of a page/)
      assert.equal(sent.length, 0)
    }
  })

  test('a failure ends the walk', async () => {
    const { client } = clientOn([ok([user(1)]), refused(422, 'form_param_value_invalid')])
    await assert.rejects(walk(client.users.iterate({ limit: 1 })), { code: 'form_param_value_invalid' })
  })
})
