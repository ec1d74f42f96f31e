import assert from 'node:assert/strict'
import { getUserList } from '#contract/users/get-user-list.ts'
import { address, givenUsers, listIds, onDay, refused } from '#tests/api/given-users.ts'
import { rule, scenarios } from '#tests/rules.ts'

rule(
  'LST-1',
  'without parameters the list is a bare array of the 10 newest users',
  async (server) => {
    const created: { id: string; created_at: number }[] = []
    for (const day of [7, 2, 12, 5, 1, 9, 11, 3, 8, 4, 10, 6])
      created.push(await server.create({ email_address: [address()], created_at: onDay(day) }))
    const answer = await server.request('GET', '/users')
    assert.equal(answer.status, 200)
    assert.ok(Array.isArray(answer.body))
    const newest = created.toSorted((a, b) => b.created_at - a.created_at).slice(0, 10)
    assert.deepEqual(
      answer.body.map((user: { id: string }) => user.id),
      newest.map((user) => user.id),
    )
  },
  { fresh: true },
)

rule('LST-2', 'values of one array combine with OR, different filters with AND', async (server) => {
  const { users, find } = await givenUsers(server, {
    ada: { username: 'lst2_ada', banned: true },
    bob: { username: 'lst2_bob' },
    cyd: { username: 'lst2_cyd', banned: true },
  })
  const mail = (user: { email_addresses: { email_address: string }[] }) =>
    `email_address=${encodeURIComponent(user.email_addresses[0]!.email_address)}`
  const both = `${mail(users.ada)}&${mail(users.bob)}`
  assert.deepEqual((await find(both)).sort(), ['ada', 'bob'])
  assert.deepEqual(await find(`${both}&banned=true`), ['ada'])
  assert.deepEqual(await find(`${mail(users.ada)}&username=lst2_bob`), [])
  assert.deepEqual(await find(`${both}&username=lst2_bob&username=lst2_cyd`), ['bob'])
  assert.deepEqual(await find('username=lst2_ada&username=lst2_cyd&email_address_query=cyd.'), ['cyd'])
})

rule(
  'LST-3',
  'values that match nothing are ignored; an array that misses wholly finds nobody',
  async (server) => {
    const { users, find } = await givenUsers(server, {
      ada: {
        username: 'lst3_ada',
        external_id: 'lst3-ext',
        phone_number: ['+12025550103'],
        web3_wallet: [`0x${'3'.repeat(40)}`],
      },
    })
    const hits = {
      username: 'lst3_ada',
      external_id: 'lst3-ext',
      phone_number: '%2B12025550103',
      web3_wallet: `0x${'3'.repeat(40)}`,
      email_address: encodeURIComponent(users.ada.email_addresses[0].email_address),
      user_id: users.ada.id,
    }
    for (const [key, value] of Object.entries(hits)) {
      assert.deepEqual(await find(`${key}=nothing_has_this&${key}=${value}`), ['ada'], key)
      assert.deepEqual(await listIds(server, `${key}=nothing_has_this&${key}=nor%20this`), [], key)
    }
  },
)

rule('LST-3', 'an empty value of an exact filter matches nothing', async (server) => {
  const { find } = await givenUsers(server, { ada: { username: 'lst3_empty' } })
  for (const key of ['username', 'external_id', 'phone_number', 'web3_wallet', 'email_address', 'user_id'])
    assert.deepEqual(await listIds(server, `${key}=`), [], key)
  assert.deepEqual(await find('username=&username=lst3_empty'), ['ada'])
})

const arrays = [
  'email_address',
  'phone_number',
  'external_id',
  'username',
  'web3_wallet',
  'user_id',
  'organization_id',
  'provider_user_id',
]
const repeated = (key: string, times: number) =>
  Array.from({ length: times }, (_, i) => `${key}=value${i}`).join('&') +
  (key === 'provider_user_id' ? '&provider=oauth_google' : '')

scenarios(
  getUserList,
  arrays.flatMap((key) => [
    { rule: 'LST-4', name: `100 values of ${key} are taken`, query: repeated(key, 100), status: 200 },
    {
      rule: 'LST-4',
      name: `101 values of ${key} are refused`,
      query: repeated(key, 101),
      status: 422,
      code: 'form_param_array_size_exceeded',
      param: key,
    },
  ]),
)

rule('LST-5', 'a minus excludes, alone or from what is included', async (server) => {
  const { users, find } = await givenUsers(server, {
    ada: { external_id: 'lst5-a' },
    bob: { external_id: 'lst5-b' },
    cyd: {},
  })
  const { ada, bob, cyd } = users
  assert.deepEqual((await find(`user_id=-${ada.id}`)).sort(), ['bob', 'cyd'])
  assert.deepEqual((await find(`user_id=-${ada.id}&user_id=-${cyd.id}`)).sort(), ['bob'])
  assert.deepEqual(await find(`user_id=${ada.id}&user_id=-${bob.id}`), ['ada'])
  assert.deepEqual(await find(`user_id=${ada.id}&user_id=${bob.id}&user_id=-${bob.id}`), ['ada'])
  assert.deepEqual(await find(`user_id=${ada.id}&user_id=-${ada.id}`), [])
  assert.deepEqual((await find('external_id=-lst5-a')).sort(), ['bob', 'cyd'])
  assert.deepEqual(await find('external_id=%2Blst5-a&external_id=-lst5-b'), ['ada'])
})

rule('LST-5', 'a plus makes a value that begins with a sign addressable', async (server) => {
  const { find } = await givenUsers(server, {
    minus: { external_id: '-lst5' },
    plain: { external_id: 'lst5' },
  })
  assert.deepEqual(await find('external_id=%2B-lst5'), ['minus'])
  assert.deepEqual(await find('external_id=-lst5&external_id=%2B-lst5'), ['minus'])
  assert.deepEqual(await find('external_id=-lst5'), ['minus'])
})

rule('LST-7', 'identifications of every state count, verified and reserved', async (server) => {
  const { find } = await givenUsers(server, {
    ada: {
      email_address: ['lst7.first@example.com', 'lst7.held@example.com'],
      email_address_identification_status: ['verified', 'reserved'],
      phone_number: ['+12025550171', '+12025550172'],
      phone_number_identification_status: ['verified', 'reserved'],
    },
    bob: {},
  })
  for (const mail of ['lst7.first%40example.com', 'lst7.held%40example.com']) {
    assert.deepEqual(await find(`email_address=${mail}`), ['ada'], mail)
    assert.deepEqual(await find(`email_address_query=${mail.slice(0, 9)}`), ['ada'], mail)
  }
  for (const phone of ['12025550171', '12025550172']) {
    assert.deepEqual(await find(`phone_number=%2B${phone}`), ['ada'], phone)
    assert.deepEqual(await find(`phone_number_query=${phone}`), ['ada'], phone)
  }
})

scenarios(getUserList, [
  {
    rule: 'LST-8',
    name: 'a provider without provider user ids is refused',
    query: 'provider=oauth_google',
    status: 422,
    code: 'form_conditional_param_missing',
    param: 'provider_user_id',
  },
  {
    rule: 'LST-8',
    name: 'provider user ids without a provider are refused',
    query: 'provider_user_id=1&provider_user_id=2',
    status: 422,
    code: 'form_conditional_param_missing',
    param: 'provider',
  },
  {
    rule: 'LST-8',
    name: 'both together find nobody while nobody has a connected account',
    given: [{ email_address: ['lst8@example.com'] }],
    query: 'provider=oauth_google&provider_user_id=1',
    status: 200,
    check: (answer) => assert.deepEqual(answer.body, []),
  },
  {
    rule: 'LST-13',
    name: 'unknown query parameters are ignored',
    given: [{ email_address: ['lst13@example.com'] }],
    query: 'email_address=lst13%40example.com&flavour=sweet&paginated=true&_method=DELETE&banned_by=x',
    status: 200,
    check: (answer, [user]) => assert.deepEqual(answer.body, [user]),
  },
])

rule('LST-9', 'before and after compare strictly', async (server) => {
  const { users, find } = await givenUsers(server, { ada: { created_at: onDay(9) } })
  const at = users.ada.created_at
  assert.equal(at, Date.parse(onDay(9)))
  assert.deepEqual(await find(`created_at_before=${at}`), [])
  assert.deepEqual(await find(`created_at_before=${at + 1}`), ['ada'])
  assert.deepEqual(await find(`created_at_after=${at}`), [])
  assert.deepEqual(await find(`created_at_after=${at - 1}`), ['ada'])
  assert.deepEqual(await find(`created_at_after=${at - 1}&created_at_before=${at + 1}`), ['ada'])
  assert.deepEqual(await find(`created_at_after=${at}&created_at_before=${at + 1}`), [])
})

rule('LST-9', 'a user who was never active matches no bound of that time', async (server) => {
  const { users, find } = await givenUsers(server, { ada: {} })
  assert.equal(users.ada.last_active_at, null)
  assert.equal(users.ada.last_sign_in_at, null)
  for (const key of ['last_active_at_before', 'last_active_at_after', 'last_active_at_since'])
    for (const time of [0, Date.now(), 9_000_000_000_000])
      assert.deepEqual(await find(`${key}=${time}`), [], key)
  for (const key of ['last_sign_in_at_before', 'last_sign_in_at_after'])
    for (const time of [0, Date.now(), 9_000_000_000_000])
      assert.deepEqual(await find(`${key}=${time}`), [], key)
  assert.deepEqual(await find('created_at_after=0'), ['ada'])
})

rule('LST-2', 'banned splits the users in two', async (server) => {
  const { find } = await givenUsers(server, { ada: { banned: true }, bob: {} })
  assert.deepEqual(await find('banned=true'), ['ada'])
  assert.deepEqual(await find('banned=false'), ['bob'])
  assert.deepEqual((await find('')).sort(), ['ada', 'bob'])
})

rule(
  'LST-2',
  'nobody is in an organization yet: including finds nobody, excluding everyone',
  async (server) => {
    const { find } = await givenUsers(server, { ada: {} })
    assert.deepEqual(await find('organization_id=org_1'), [])
    assert.deepEqual(await find('organization_id=%2Borg_1&organization_id=-org_2'), [])
    assert.deepEqual(await find('organization_id=-org_1'), ['ada'])
  },
)

rule('LST-12', 'a list item is the same object that GET answers', async (server) => {
  const { users } = await givenUsers(server, {
    ada: {
      username: 'lst12_ada',
      first_name: 'Ada',
      phone_number: ['+12025550112'],
      web3_wallet: [`0x${'c'.repeat(40)}`],
      private_metadata: { plan: { seats: 2 } },
      unsafe_metadata: { a: [1, null] },
    },
  })
  const one = await server.request('GET', `/users/${users.ada.id}`)
  const list = await server.request('GET', '/users?username=lst12_ada')
  assert.deepEqual(list.body, [one.body])
  assert.equal(list.text, `[${one.text}]`)
})

rule('LST-4', 'too many values are refused however they are written', async (server) => {
  const values = Array.from({ length: 101 }, (_, i) => `-user_${i}`)
  refused(
    await server.request('GET', `/users?${values.map((value) => `user_id=${value}`).join('&')}`),
    422,
    'form_param_array_size_exceeded user_id',
  )
  refused(
    await server.request('GET', `/users?${values.map((value) => `user_id[]=${value}`).join('&')}`),
    422,
    'form_param_array_size_exceeded user_id',
  )
})
