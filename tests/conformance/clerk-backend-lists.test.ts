import assert from 'node:assert/strict'
import { address, onDay } from '#tests/api/given-users.ts'
import { type ClerkUsers, clientRule, type Params, requestsDuring } from './clients.ts'

let numbers = 0
const unique = () => ++numbers

const wallet = (n: number, letter: string) => `0x${n.toString(16).padStart(40, letter)}`

/**
 * Three users who differ in everything, of which ada comes first in every order; `expectFound` lists with the
 * filters and wants exactly those named, in this order, and the same total.
 */
async function three(users: ClerkUsers) {
  const n = unique()
  const bodies: Record<string, Params> = {}
  for (const [i, name] of ['ada', 'bob', 'cyd'].entries())
    bodies[name] = {
      emailAddress: [address(`${name}x${n}`)],
      phoneNumber: [`+1418${String(2_000_000 + n * 10 + i)}`],
      web3Wallet: [wallet(n, 'abc'[i]!)],
      username: `${name}_list_${n}`,
      externalId: `${name}-${n}`,
      firstName: `${name}first${n}`,
      lastName: `${name}last${n}`,
      createdAt: new Date(onDay(i + 1)),
    }
  const labels = new Map<string, string>()
  const ids: Record<string, string> = {}
  for (const [name, body] of Object.entries(bodies)) {
    const { id } = await users.createUser(body)
    labels.set(id, name)
    ids[name] = id
  }
  const mine = { userId: Object.values(ids) }
  async function expectFound(params: Params, expected: string[]) {
    const { data, totalCount } = await users.getUserList({ orderBy: '+created_at', ...mine, ...params })
    const about = JSON.stringify(params)
    assert.deepEqual(
      data.map(({ id }) => labels.get(id)),
      expected,
      about,
    )
    assert.equal(totalCount, expected.length, about)
    const { limit, offset, orderBy, ...filters } = params
    assert.equal(await users.getCount({ ...mine, ...filters }), expected.length, about)
  }
  const value = (name: string, key: string): string => [bodies[name]![key]].flat()[0] as string
  return { ids, bodies, value, expectFound }
}

clientRule(
  'STR-9 LST-1 PAG-1 PAG-6',
  'lists the ten newest users and the total of all',
  async ({ users }) => {
    const made: { id: string; createdAt: number }[] = []
    for (const day of [5, 12, 1, 9, 3, 11, 7, 2, 10, 4, 8, 6])
      made.push(await users.createUser({ emailAddress: [address()], createdAt: new Date(onDay(day)) }))
    const { data, totalCount } = await users.getUserList()
    const newest = made.toSorted((a, b) => b.createdAt - a.createdAt).slice(0, 10)
    assert.deepEqual(
      data.map(({ id }) => id),
      newest.map(({ id }) => id),
    )
    assert.equal(totalCount, 12)
    assert.equal(await users.getCount(), 12)
    assert.deepEqual(data[0], await users.getUser(newest[0]!.id), 'an item is the whole user')
  },
  { fresh: true },
)

clientRule(
  'STR-9 PAG-2 PAG-3 PAG-4 PAG-5 CNT-2',
  'walks the pages and meets everyone once',
  async ({ users }) => {
    const mark = `pages${unique()}x`
    const made: string[] = []
    for (let day = 1; day <= 7; day++)
      made.push(
        (
          await users.createUser({
            firstName: mark,
            emailAddress: [address()],
            createdAt: new Date(onDay(day)),
          })
        ).id,
      )
    const met: string[] = []
    for (let offset = 0; offset < 9; offset += 3) {
      const { data, totalCount } = await users.getUserList({
        query: mark,
        limit: 3,
        offset,
        orderBy: '+created_at',
      })
      assert.equal(totalCount, 7)
      met.push(...data.map(({ id }) => id))
    }
    assert.deepEqual(met, made)
    const beyond = await users.getUserList({ query: mark, limit: 3, offset: 9 })
    assert.deepEqual([beyond.data, beyond.totalCount], [[], 7])
    const largest = await users.getUserList({ query: mark, limit: 500 })
    assert.equal(largest.data.length, 7)
  },
)

clientRule(
  'STR-9 LST-10 CNT-2 QRY-6',
  'pages by cursor, which it sends to the count too',
  async ({ users }) => {
    const { ids, expectFound } = await three(users)
    const after = (name: string) => ({
      userId: Object.values(ids),
      startingAfter: ids[name],
      orderBy: '+created_at',
    })
    const sent = await requestsDuring(async () => {
      const { data, totalCount } = await users.getUserList({ ...after('ada'), limit: 1 })
      assert.deepEqual(
        data.map(({ id }) => id),
        [ids.bob],
      )
      assert.equal(totalCount, 3, 'the total does not look at the cursor')
    })
    const [count] = sent.filter(({ path }) => path.startsWith('/v1/users/count'))
    assert.ok(count?.path.includes('starting_after='), count?.path)
    const rest = await users.getUserList(after('bob'))
    assert.deepEqual(
      rest.data.map(({ id }) => id),
      [ids.cyd],
    )
    await expectFound({}, ['ada', 'bob', 'cyd'])
  },
)

const filters = ['emailAddress', 'phoneNumber', 'username', 'web3Wallet', 'externalId'] as const
clientRule(
  'STR-9 LST-2 LST-3 QRY-1 CNT-1',
  'filters by each exact value, one or several',
  async ({ users }) => {
    const { value, ids, expectFound } = await three(users)
    for (const key of filters) {
      await expectFound({ [key]: [value('bob', key)] }, ['bob'])
      await expectFound({ [key]: [value('cyd', key), value('ada', key)] }, ['ada', 'cyd'])
      await expectFound({ [key]: [value('cyd', key), 'nobody-has-this'] }, ['cyd'])
      await expectFound({ [key]: ['nobody-has-this'] }, [])
    }
    await expectFound({ userId: [ids.bob] }, ['bob'])
    await expectFound({ userId: ['user_nobody'] }, [])
    await expectFound(
      { emailAddress: [value('ada', 'emailAddress')], username: [value('bob', 'username')] },
      [],
    )
  },
)

clientRule('STR-9 LST-5 QRY-3', 'includes with a plus and excludes with a minus', async ({ users }) => {
  const { ids, value, expectFound } = await three(users)
  await expectFound({ userId: [`+${ids.ada}`, `+${ids.cyd}`] }, ['ada', 'cyd'])
  await expectFound({ externalId: [`-${value('ada', 'externalId')}`] }, ['bob', 'cyd'])
  await expectFound({ externalId: [`+${value('ada', 'externalId')}`] }, ['ada'])
  await expectFound({ userId: [ids.ada, ids.bob, `-${ids.bob}`] }, ['ada'])
  await expectFound({ organizationId: ['org_nobody'] }, [])
  await expectFound({ organizationId: ['-org_nobody'] }, ['ada', 'bob', 'cyd'])
})

clientRule('STR-9 SRC-1 SRC-2 SRC-4', 'searches', async ({ users }) => {
  const { bodies, ids, value, expectFound } = await three(users)
  for (const key of [...filters.slice(0, 4), 'firstName', 'lastName'])
    await expectFound({ query: value('bob', key).toUpperCase().slice(0, -1) + value('bob', key).slice(-1) }, [
      'bob',
    ])
  await expectFound({ query: ids.cyd }, ['cyd'])
  await expectFound({ query: 'nobody has this' }, [])
  const part = (key: string) => value('cyd', key).slice(1)
  await expectFound({ emailAddressQuery: part('emailAddress') }, ['cyd'])
  await expectFound({ phoneNumberQuery: part('phoneNumber') }, ['cyd'])
  await expectFound({ usernameQuery: part('username') }, ['cyd'])
  await expectFound({ nameQuery: part('lastName') }, ['cyd'])
  await expectFound({ nameQuery: part('username') }, [])
  assert.equal(Object.keys(bodies).length, 3)
})

clientRule('STR-9 LST-9 QRY-9', 'filters by times', async ({ users }) => {
  const { expectFound } = await three(users)
  const second = Date.parse(onDay(2))
  await expectFound({ createdAtBefore: second }, ['ada'])
  await expectFound({ createdAtAfter: second }, ['cyd'])
  await expectFound({ createdAtAfter: second - 1, createdAtBefore: second + 1 }, ['bob'])
  await expectFound({ createdAtBefore: 9_000_000_000_000 }, ['ada', 'bob', 'cyd'])
  for (const key of ['lastActiveAtBefore', 'lastActiveAtAfter', 'lastSignInAtBefore', 'lastSignInAtAfter'])
    await expectFound({ [key]: second }, [])
  await expectFound({ last_active_at_since: second }, [])
})

clientRule('STR-9 LST-2 LST-8', 'filters by ban and by connected account', async ({ users }) => {
  const { ids, expectFound } = await three(users)
  const banned = await users.createUser({ emailAddress: [address('banned')], banned: true })
  assert.equal(banned.banned, true)
  const all = { userId: [...Object.values(ids), banned.id] }
  const { data, totalCount } = await users.getUserList({ ...all, banned: true })
  assert.deepEqual([data.map(({ id }) => id), totalCount], [[banned.id], 1])
  await expectFound({ banned: true }, [])
  await expectFound({ provider: 'oauth_google', providerUserId: ['1'] }, [])
})

const orders = [
  'created_at',
  'updated_at',
  'email_address',
  'web3wallet',
  'first_name',
  'last_name',
  'phone_number',
  'username',
]
clientRule('STR-9 ORD-1 ORD-2 ORD-6', 'orders by every field, both ways', async ({ users, server }) => {
  const { ids, expectFound } = await three(users)
  for (const name of ['ada', 'bob', 'cyd']) {
    server.clock.advance(5)
    await users.updateUser(ids[name]!, { deleteSelfEnabled: false })
  }
  for (const field of orders) {
    await expectFound({ orderBy: field }, ['ada', 'bob', 'cyd'])
    await expectFound({ orderBy: `+${field}` }, ['ada', 'bob', 'cyd'])
    await expectFound({ orderBy: `-${field}` }, ['cyd', 'bob', 'ada'])
  }
  // Nobody has these times yet: equal values go by id.
  for (const field of ['last_active_at', 'last_sign_in_at']) {
    const { data } = await users.getUserList({ userId: Object.values(ids), orderBy: `-${field}` })
    assert.deepEqual(
      data.map(({ id }) => id),
      Object.values(ids).sort().reverse(),
    )
  }
})

clientRule('STR-9 LST-4', 'may name a hundred values and no more', async ({ users }) => {
  const values = Array.from({ length: 100 }, (_, i) => `user_${i}`)
  assert.deepEqual(await users.getUserList({ userId: values }), { data: [], totalCount: 0 })
  assert.equal(await users.getCount({ userId: values }), 0)
})
