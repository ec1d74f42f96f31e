import assert from 'node:assert/strict'
import { getUserList } from '#contract/users/get-user-list.ts'
import { givenUsers, listIds, refused } from '#tests/api/given-users.ts'
import { checked, rawRequest } from '#tests/raw-request.ts'
import { rule, scenarios } from '#tests/rules.ts'
import type { TestServer } from '#tests/running-server.ts'

/** A query as it is written, untouched by any URL parser. */
const rawList = async (server: TestServer, query: string) =>
  checked('GET', `/users?${query}`, await rawRequest(server, { target: `/v1/users?${query}` }))

rule('QRY-1', 'an array is its key repeated; a comma is part of a value', async (server) => {
  const { find } = await givenUsers(server, {
    ada: { external_id: 'qry1-a' },
    bob: { external_id: 'qry1-b' },
    both: { external_id: 'qry1-a,qry1-b' },
  })
  assert.deepEqual(await find('external_id=qry1-a'), ['ada'])
  assert.deepEqual((await find('external_id=qry1-a&external_id=qry1-b')).sort(), ['ada', 'bob'])
  assert.deepEqual((await find('external_id=qry1-b&limit=500&external_id=qry1-a')).sort(), ['ada', 'bob'])
  for (const comma of ['%2C', ','])
    assert.deepEqual(await find(`external_id=qry1-a${comma}qry1-b`), ['both'], comma)
})

rule('QRY-2', 'the spelling key[] is the same key, escaped or not, mixed or not', async (server) => {
  const { users, find } = await givenUsers(server, {
    ada: { username: 'qry2_ada' },
    bob: { username: 'qry2_bob' },
  })
  for (const key of ['username[]', 'username%5B%5D', 'username%5b%5d']) {
    assert.deepEqual(await find(`${key}=qry2_ada`), ['ada'], key)
    assert.deepEqual((await find(`${key}=qry2_ada&${key}=qry2_bob`)).sort(), ['ada', 'bob'], key)
    assert.deepEqual((await find(`username=qry2_ada&${key}=qry2_bob`)).sort(), ['ada', 'bob'], key)
  }
  const raw = await rawList(server, `user_id[]=${users.ada.id}&user_id[]=-${users.bob.id}`)
  assert.deepEqual(raw.body, [users.ada])
  assert.deepEqual(await find('username=qry2_ada&username[][]=qry2_bob'), ['ada'])
  assert.deepEqual(await find('username=qry2_ada&username[0]=qry2_bob&username[x]=y'), ['ada'])
})

rule('QRY-3 QRY-4 LST-5', 'a plus in any spelling or no sign includes, a minus excludes', async (server) => {
  const { users, find } = await givenUsers(server, {
    ada: { external_id: 'qry3-a' },
    bob: { external_id: 'qry3-b' },
  })
  for (const sign of ['', '%2B', '%2b', '+', '%20']) {
    assert.deepEqual(await find(`external_id=${sign}qry3-a`), ['ada'], `external_id ${sign}`)
    assert.deepEqual(await find(`user_id=${sign}${users.bob.id}`), ['bob'], `user_id ${sign}`)
    assert.deepEqual(await find(`organization_id=${sign}org_1`), [], `organization_id ${sign}`)
    const both = `external_id=${sign}qry3-a&user_id=${sign}${users.bob.id}`
    assert.deepEqual(await find(both), [], both)
  }
  for (const sign of ['-', '%2D', '%2d']) {
    assert.deepEqual(await find(`external_id=${sign}qry3-a`), ['bob'], `external_id ${sign}`)
    assert.deepEqual(await find(`user_id=${sign}${users.bob.id}`), ['ada'], `user_id ${sign}`)
    assert.deepEqual((await find(`organization_id=${sign}org_1`)).sort(), ['ada', 'bob'], sign)
  }
  const count = await server.request('GET', `/users/count?user_id=+${users.ada.id}&external_id=+qry3-a`)
  assert.equal(count.body.total_count, 1)
})

rule('QRY-4', 'a raw plus before a phone number is a plus', async (server) => {
  const { find } = await givenUsers(server, { ada: { phone_number: ['+12025550144'] } })
  for (const value of ['+12025550144', '%2B12025550144', '%2012025550144'])
    assert.deepEqual(await find(`phone_number=${value}`), ['ada'], value)
  assert.deepEqual(await find('phone_number=12025550144'), [])
})

scenarios(getUserList, [
  ...['TRUE', 'False', '1', '0', 'yes', 'null', 'true%20', '%20true', 'truefalse', 'on', '%00', '[]'].map(
    (word) => ({
      rule: 'QRY-5',
      name: `banned=${word} is refused`,
      query: `banned=${word}`,
      status: 422,
      code: 'form_param_value_invalid',
      param: 'banned',
    }),
  ),
  ...[
    ...['last_active_at_before', 'last_active_at_after', 'last_active_at_since', 'created_at_before'],
    ...['created_at_after', 'last_sign_in_at_before', 'last_sign_in_at_after'],
  ].flatMap((key) => [
    ...['yesterday', '1.5', '1e12', '0x10', '2024-01-01', '2024-01-01T00%3A00%3A00Z', 'NaN', '1,2'].map(
      (value) => ({
        rule: 'QRY-8',
        name: `${key}=${value} is refused`,
        query: `${key}=${value}`,
        status: 422,
        code: 'form_param_invalid_date',
        param: key,
      }),
    ),
    ...['4102444800000', '99999999999999', '0', '-1'].map((value) => ({
      rule: 'QRY-9',
      name: `${key}=${value} is accepted`,
      query: `${key}=${value}`,
      status: 200,
    })),
  ]),
])

rule('QRY-5 QRY-7', 'a boolean is the words true and false, and the first one counts', async (server) => {
  const { users, find } = await givenUsers(server, { ada: { banned: true }, bob: {} })
  const both = `user_id=${users.ada.id}&user_id=${users.bob.id}`
  assert.deepEqual(await find(`${both}&banned=true`), ['ada'])
  assert.deepEqual(await find(`${both}&banned=false`), ['bob'])
  assert.deepEqual(await find(`${both}&banned=true&banned=false`), ['ada'])
  assert.deepEqual(await find(`${both}&banned=false&banned=nonsense`), ['bob'])
  assert.deepEqual(await find(`${both}&banned[]=true`), ['ada'])
})

rule('QRY-7', 'of a repeated single value the first counts, whatever follows', async (server) => {
  const { users, find } = await givenUsers(server, {
    ada: { username: 'qry7_ada', first_name: 'Qrysevenada' },
    bob: { username: 'qry7_bob', first_name: 'Qrysevenbob' },
  })
  assert.deepEqual(await find('query=qry7_ada&query=qry7_bob'), ['ada'])
  assert.deepEqual(await find('name_query=qrysevenbob&name_query=x'), ['bob'])
  assert.deepEqual(await find('username_query=qry7&username_query=qry7_bob'), ['bob', 'ada'])
  const at = users.ada.created_at
  assert.deepEqual(await find(`query=qry7&created_at_before=${at}&created_at_before=x`), [])
  assert.equal((await listIds(server, 'username_query=qry7&limit=1&limit=5')).length, 1)
  assert.equal((await listIds(server, 'username_query=qry7&offset=1&offset=0')).length, 1)
})

rule('QRY-6 LST-13', 'unknown parameters of a GET are ignored, whatever they are called', async (server) => {
  const { users } = await givenUsers(server, { ada: { username: 'qry6_ada' } })
  const odd = [
    'flavour=sweet',
    '__proto__=1',
    'constructor=1',
    'toString',
    '=',
    '=x',
    '[]=1',
    '%00=1',
    'a=%00',
  ]
  odd.push('password=x', 'Username=x', 'USER_ID=x', '_method=DELETE', 'limit%20=1', '{user_id}=x', '$where=1')
  for (const query of odd) {
    const list = await rawList(server, `username=qry6_ada&${query}`)
    assert.deepEqual(list.body, [users.ada], query)
    const one = await rawRequest(server, { target: `/v1/users/${users.ada.id}?${query}` })
    assert.deepEqual(one.body, users.ada, query)
  }
})

rule('QRY-6', 'empty segments, as generated clients write them, mean nothing', async (server) => {
  const { users } = await givenUsers(server, { ada: { username: 'qry6_seg' } })
  for (const query of [
    '&&username=qry6_seg&&',
    'username=qry6_seg&',
    '&username=qry6_seg',
    'username=qry6_seg&=&',
  ])
    assert.deepEqual((await rawList(server, query)).body, [users.ada], query)
  const defaults = 'limit=10&offset=0&username=qry6_seg&&organization_id=-org_1&order_by=-created_at&'
  assert.deepEqual((await rawList(server, defaults)).body, [users.ada])
})

rule('QRY-6', 'falsy values that some clients send and others drop are no filter', async (server) => {
  const { users, find } = await givenUsers(server, { ada: {}, bob: { banned: true } })
  const both = `user_id=${users.ada.id}&user_id=${users.bob.id}`
  const keys = ['banned', 'query', 'limit', 'offset', 'order_by', 'starting_after', 'created_at_before']
  for (const key of [...keys, 'last_active_at_since', 'last_sign_in_at_after', 'name_query', 'provider'])
    for (const empty of [`${key}=`, key])
      assert.deepEqual((await find(`${both}&${empty}`)).sort(), ['ada', 'bob'], empty)
  assert.deepEqual(await find(`${both}&banned=false`), ['ada'])
  assert.deepEqual((await find(`${both}&offset=0`)).sort(), ['ada', 'bob'])
})

rule('QRY-10', 'an escape that cannot be decoded is refused, wherever it stands', async (server) => {
  const broken = ['%', '%z1', '%1', '%%', '%ff', '%c3%28', '%ED%A0%80', '%F5%80%80%80', '%u0041', '%E0%A4']
  for (const bad of broken)
    for (const query of [`query=${bad}`, `${bad}=1`, `flavour=${bad}`, `query=a&limit=1&x=y${bad}`]) {
      refused(await rawList(server, query), 400, 'malformed_request_parameters')
      const target = `/v1/users/count?${query}`
      const count = checked('GET', '/users/count', await rawRequest(server, { target }))
      refused(count, 400, 'malformed_request_parameters')
    }
})

rule('QRY-10', 'an escape in the path that cannot be decoded is refused', async (server) => {
  for (const bad of ['%', '%z1', '%1', '%ff', '%c3%28', '%ED%A0%80', 'user_1%'])
    for (const method of ['GET', 'DELETE']) {
      const answer = await rawRequest(server, { method, target: `/v1/users/${bad}` })
      refused(checked(method, '/users/x', answer), 400, 'malformed_request_parameters')
    }
})

rule('QRY-10', 'escapes are decoded once, and as UTF-8', async (server) => {
  const { find } = await givenUsers(server, {
    percent: { external_id: '100%25' },
    decoded: { external_id: '100%' },
    umlaut: { external_id: 'grüße 1+1=2&x' },
  })
  assert.deepEqual(await find('external_id=100%2525'), ['percent'])
  assert.deepEqual(await find('external_id=100%25'), ['decoded'])
  assert.deepEqual(await find('external_id=gr%C3%BC%C3%9Fe+1%2B1%3D2%26x'), ['umlaut'])
  assert.deepEqual(await find('external_id=gr%C3%BC%C3%9Fe%201%2B1=2%26x'), ['umlaut'])
  assert.deepEqual(await find('ext%65rnal%5Fid=100%25'), ['decoded'])
})

rule('QRY-6 STR-7', 'a query of 60,000 characters or 10,000 keys is answered', async (server) => {
  const { find } = await givenUsers(server, { ada: { username: 'qry6_long' } })
  assert.deepEqual(await find(`username=qry6_long&flavour=${'x'.repeat(60_000)}`), ['ada'])
  assert.deepEqual(await find(`username=qry6_long${'&a=1'.repeat(10_000)}`), ['ada'])
  assert.deepEqual(await find(`username=qry6_long${'&'.repeat(50_000)}`), ['ada'])
})
