import assert from 'node:assert/strict'
import { getUsersCount } from '#contract/users/get-users-count.ts'
import { userFilters } from '#contract/users/user-filters.ts'
import { behind } from '#tests/api/behind-the-server.ts'
import { givenUsers, onDay, refused } from '#tests/api/given-users.ts'
import { rule, scenarios } from '#tests/rules.ts'
import type { TestServer } from '#tests/running-server.ts'

const people = {
  ada: {
    email_address: ['cnt.ada@example.com', 'cnt.shared@example.org'],
    phone_number: ['+12025550181'],
    username: 'cnt_ada',
    external_id: 'cnt-1',
    web3_wallet: [`0x${'a1'.repeat(20)}`],
    first_name: 'Ada',
    last_name: 'Common',
    banned: true,
    created_at: onDay(1),
  },
  bob: {
    email_address: ['cnt.bob@example.com'],
    phone_number: ['+12025550182'],
    username: 'cnt_bob',
    external_id: 'cnt-2',
    first_name: 'Bob',
    last_name: 'Common',
    created_at: onDay(2),
  },
  cyd: {
    email_address: ['cnt.cyd@example.net'],
    web3_wallet: [`0x${'c3'.repeat(20)}`],
    created_at: onDay(3),
  },
  dan: { email_address: ['cnt.dan@example.net'], banned: true, created_at: onDay(4) },
}

type People = Record<keyof typeof people, { id: string; created_at: number }>

/** For every filter some queries, each with the number of the people above that it finds. */
const filtered = (users: People): Record<string, [string, number][]> => ({
  email_address: [
    ['email_address=CNT.ADA%40example.com&email_address=cnt.dan%40example.net&email_address=x', 2],
    ['email_address=cnt.shared%40example.org', 1],
  ],
  phone_number: [['phone_number=%2B12025550181&phone_number=+12025550182', 2]],
  external_id: [
    ['external_id=cnt-1&external_id=%2Bcnt-2', 2],
    ['external_id=-cnt-1', 3],
    ['external_id=cnt-1&external_id=-cnt-1', 0],
  ],
  username: [['username=CNT_ADA&username=cnt_bob', 2]],
  web3_wallet: [[`web3_wallet=0x${'a1'.repeat(20)}`, 1]],
  user_id: [
    [`user_id=${users.ada.id}&user_id=%2B${users.bob.id}`, 2],
    [`user_id=-${users.ada.id}`, 3],
    [`user_id=${users.ada.id}&user_id=-${users.bob.id}`, 1],
  ],
  organization_id: [
    ['organization_id=org_1', 0],
    ['organization_id=-org_1', 4],
  ],
  query: [
    ['query=common', 2],
    ['query=cnt', 4],
    ['query=a1a1', 1],
    ['query=', 4],
  ],
  email_address_query: [['email_address_query=EXAMPLE.NET', 2]],
  phone_number_query: [['phone_number_query=5550182', 1]],
  username_query: [['username_query=CNT', 2]],
  name_query: [['name_query=commo', 2]],
  banned: [
    ['banned=true', 2],
    ['banned=false', 2],
    ['banned=', 4],
  ],
  last_active_at_before: [['last_active_at_before=2000', 1]],
  last_active_at_after: [['last_active_at_after=999', 2]],
  last_active_at_since: [['last_active_at_since=86400000', 1]],
  created_at_before: [[`created_at_before=${users.bob.created_at}`, 1]],
  created_at_after: [[`created_at_after=${users.bob.created_at}`, 2]],
  last_sign_in_at_before: [['last_sign_in_at_before=2000', 1]],
  last_sign_in_at_after: [['last_sign_in_at_after=1000', 0]],
  provider: [['provider=oauth_google&provider_user_id=1', 0]],
  provider_user_id: [['provider=oauth_google&provider_user_id=1&provider_user_id=2', 0]],
})

async function givenPeople(server: TestServer): Promise<People> {
  const { users } = await givenUsers(server, people)
  await behind(
    server,
    `update users set last_active_at = 1000, last_sign_in_at = 1000 where id = '${users.ada.id}'`,
    `update users set last_active_at = 86400000 where id = '${users.bob.id}'`,
  )
  return users
}

rule(
  'CNT-1 PAG-6 LST-2',
  'for every filter the total is the length of the whole list with that filter',
  async (server) => {
    const table = filtered(await givenPeople(server))
    assert.deepEqual(Object.keys(table), Object.keys(userFilters), 'a filter has no row')
    const rows = Object.values(table).flat()
    rows.push(['', 4], ['banned=true&query=common', 1], ['name_query=common&external_id=-cnt-2', 1])
    for (const [query, wanted] of rows) {
      const list = await server.request('GET', `/users?limit=500&${query}`)
      const count = await server.request('GET', `/users/count?${query}`)
      assert.deepEqual(count.body, { object: 'total_count', total_count: wanted }, query)
      assert.equal(list.body.length, wanted, query)
    }
  },
  { fresh: true },
)

rule(
  'CNT-2',
  'paging and order parameters are ignored, even unusable ones',
  async (server) => {
    const users = await givenPeople(server)
    const paging = ['limit=1', 'limit=0', 'limit=abc', 'offset=2', 'offset=-1', 'order_by=-created_at']
    paging.push('order_by=nonsense', 'starting_after=user_nobody', `starting_after=${users.cyd.id}`)
    paging.push('limit=1&offset=5&order_by=-created_at&starting_after=user_x', 'paginated=true&flavour=sweet')
    for (const query of paging) {
      const all = await server.request('GET', `/users/count?${query}`)
      assert.deepEqual(all.body, { object: 'total_count', total_count: 4 }, query)
      const banned = await server.request('GET', `/users/count?${query}&banned=true`)
      assert.deepEqual(banned.body, { object: 'total_count', total_count: 2 }, query)
    }
  },
  { fresh: true },
)

rule(
  'CNT-1',
  'the total follows creations and deletions at once',
  async (server) => {
    const total = async () => (await server.request('GET', '/users/count')).body.total_count
    assert.equal(await total(), 0)
    const { users } = await givenUsers(server, { ada: {}, bob: {} })
    assert.equal(await total(), 2)
    await server.request('DELETE', `/users/${users.ada.id}`)
    assert.equal(await total(), 1)
    refused(
      await server.request('POST', '/users', { body: { email_address: ['broken'] } }),
      422,
      'form_param_format_invalid email_address',
    )
    assert.equal(await total(), 1)
  },
  { fresh: true },
)

rule('CNT-3 QRY-11', 'the path of the count is never a user with that id', async (server) => {
  const count = await server.request('GET', '/users/count')
  assert.equal(count.body.object, 'total_count')
  for (const method of ['PATCH', 'DELETE']) {
    const answer = await server.request(method, '/users/count', method === 'PATCH' ? { body: {} } : {})
    refused(answer, 404, 'resource_not_found')
    assert.equal(answer.body.errors[0].long_message, 'No user was found with id count')
  }
  for (const method of ['POST', 'PUT']) {
    const answer = await server.request(method, '/users/count', { body: {} })
    refused(answer, 404, 'resource_not_found')
  }
})

scenarios(getUsersCount, [
  ...['email_address', 'phone_number', 'external_id', 'username', 'web3_wallet', 'user_id', 'organization_id']
    .flatMap((key) => [key, `${key}%5B%5D`].map((spelt) => ({ key, spelt })))
    .map(({ key, spelt }) => ({
      rule: 'LST-4 CNT-1',
      name: `101 values of ${spelt} are refused by the count too`,
      query: Array.from({ length: 101 }, (_, i) => `${spelt}=v${i}`).join('&'),
      status: 422,
      code: 'form_param_array_size_exceeded',
      param: key,
    })),
  {
    rule: 'QRY-5 CNT-1',
    name: 'the count refuses a banned that is neither true nor false',
    query: 'banned=perhaps',
    status: 422,
    code: 'form_param_value_invalid',
    param: 'banned',
  },
  {
    rule: 'QRY-8 CNT-1',
    name: 'the count refuses a time that is no integer',
    query: 'last_active_at_since=yesterday',
    status: 422,
    code: 'form_param_invalid_date',
    param: 'last_active_at_since',
  },
  {
    rule: 'LST-8 CNT-1',
    name: 'the count refuses a provider alone',
    query: 'provider=oauth_google',
    status: 422,
    code: 'form_conditional_param_missing',
    param: 'provider_user_id',
  },
  {
    rule: 'LST-8 CNT-1',
    name: 'the count refuses provider user ids alone',
    query: 'provider_user_id=1',
    status: 422,
    code: 'form_conditional_param_missing',
    param: 'provider',
  },
])
