import assert from 'node:assert/strict'
import { getUserList } from '#contract/users/get-user-list.ts'
import { userFilters } from '#contract/users/user-filters.ts'
import { behind } from '#tests/api/behind-the-server.ts'
import { givenUsers, refused } from '#tests/api/given-users.ts'
import { rule, scenarios } from '#tests/rules.ts'

rule('LST-6', 'exact addresses and usernames ignore letter case', async (server) => {
  const { find } = await givenUsers(server, {
    ada: { email_address: ['Lst6.Ada@Example.COM'], username: 'Lst6_Ada' },
    adam: { email_address: ['lst6.adam@example.com'], username: 'lst6_adam' },
  })
  for (const mail of ['lst6.ada@example.com', 'LST6.ADA@EXAMPLE.COM', 'Lst6.Ada@example.com'])
    assert.deepEqual(await find(`email_address=${encodeURIComponent(mail)}`), ['ada'], mail)
  for (const name of ['lst6_ada', 'LST6_ADA', 'Lst6_Ada'])
    assert.deepEqual(await find(`username=${name}`), ['ada'], name)
})

rule('LST-6', 'an exact filter matches the whole value and nothing less', async (server) => {
  const { users, find } = await givenUsers(server, {
    ada: {
      email_address: ['lst6.whole@example.com'],
      username: 'lst6_whole',
      external_id: 'lst6-whole',
      phone_number: ['+12025550161'],
      web3_wallet: [`0x${'6'.repeat(40)}`],
    },
  })
  const values = {
    email_address: 'lst6.whole@example.com',
    username: 'lst6_whole',
    external_id: 'lst6-whole',
    phone_number: '+12025550161',
    web3_wallet: `0x${'6'.repeat(40)}`,
    user_id: users.ada.id,
  }
  for (const [key, value] of Object.entries(values)) {
    assert.deepEqual(await find(`${key}=${encodeURIComponent(value)}`), ['ada'], key)
    for (const other of [value.slice(0, -1), value.slice(1), `${value}x`, `${value}%`, `%${value}`, '%', '_'])
      assert.deepEqual(await find(`${key}=${encodeURIComponent(other)}`), [], `${key}=${other}`)
  }
})

rule('LST-3 IDS-3', 'external ids and user ids are compared with their letter case', async (server) => {
  const { users, find } = await givenUsers(server, { ada: { external_id: 'Lst3-CASE' } })
  assert.deepEqual(await find('external_id=Lst3-CASE'), ['ada'])
  assert.deepEqual(await find('external_id=lst3-case'), [])
  assert.deepEqual(await find(`user_id=${users.ada.id}`), ['ada'])
  assert.deepEqual(await find(`user_id=${users.ada.id.toUpperCase()}`), [])
  assert.deepEqual(await find(`user_id=${users.ada.id.toLowerCase()}`), [])
})

rule('LST-3 LST-6', 'values that no database can store are found nowhere', async (server) => {
  const { find } = await givenUsers(server, { ada: { username: 'lst3_nul', external_id: 'lst3-nul' } })
  for (const key of Object.keys(userFilters).filter((name) => !/banned|_at_|provider/.test(name))) {
    for (const value of ['%00', 'lst3%00', '%00lst3_nul', '%EF%BF%BF', '%EE%80%80', '%7F', '%1F'])
      assert.deepEqual(await find(`${key}=${value}`), [], `${key}=${value}`)
  }
  assert.deepEqual(await find('username=lst3_nul&external_id=-%00'), ['ada'])
  assert.deepEqual(await find('username=lst3_nul&user_id=-%00'), ['ada'])
  assert.deepEqual(await find('username=%00&username=lst3_nul'), ['ada'])
})

rule('LST-9', 'last activity and last sign-in are compared strictly', async (server) => {
  const { users, find } = await givenUsers(server, { ada: {}, never: {} })
  const active = Date.parse('2024-05-06T07:08:09.123Z')
  const signedIn = Date.parse('2024-05-05T01:02:03.456Z')
  await behind(
    server,
    `update users set last_active_at = ${active}, last_sign_in_at = ${signedIn} where id = '${users.ada.id}'`,
  )
  for (const [key, at] of [
    ['last_active_at', active],
    ['last_sign_in_at', signedIn],
  ] as const) {
    assert.deepEqual(await find(`${key}_before=${at}`), [], key)
    assert.deepEqual(await find(`${key}_before=${at + 1}`), ['ada'], key)
    assert.deepEqual(await find(`${key}_after=${at}`), [], key)
    assert.deepEqual(await find(`${key}_after=${at - 1}`), ['ada'], key)
    assert.deepEqual(await find(`${key}_after=${at - 1}&${key}_before=${at + 1}`), ['ada'], key)
    assert.deepEqual(await find(`${key}_after=${at - 1}&${key}_before=${at}`), [], key)
  }
  const day = Date.parse('2024-05-06T00:00:00.000Z')
  assert.deepEqual(await find(`last_active_at_since=${active}`), ['ada'])
  assert.deepEqual(await find(`last_active_at_since=${day}`), ['ada'])
  assert.deepEqual(await find(`last_active_at_since=${day + 86_399_999}`), ['ada'])
  assert.deepEqual(await find(`last_active_at_since=${day + 86_400_000}`), [])
  assert.deepEqual(await find(`last_active_at_since=${active}&last_active_at_before=${active}`), [])
})

rule('LST-2', 'bounds of one time and of several combine', async (server) => {
  const { users, find } = await givenUsers(server, {
    ada: { created_at: '2021-03-01T00:00:00Z' },
    bob: { created_at: '2021-03-02T00:00:00Z', banned: true },
    cyd: { created_at: '2021-03-03T00:00:00Z' },
  })
  const range = `created_at_after=${users.ada.created_at - 1}&created_at_before=${users.cyd.created_at}`
  assert.deepEqual(await find(range), ['bob', 'ada'])
  assert.deepEqual(await find(`${range}&banned=false`), ['ada'])
  assert.deepEqual(await find(`${range}&last_active_at_before=9000000000000`), [])
  assert.deepEqual(await find(`created_at_after=${users.cyd.created_at}&created_at_before=1`), [])
})

scenarios(getUserList, [
  {
    rule: 'LST-8',
    name: 'an empty provider counts as none',
    query: 'provider=&provider_user_id=1',
    status: 422,
    code: 'form_conditional_param_missing',
    param: 'provider',
  },
  {
    rule: 'LST-8',
    name: 'both empty are no filter',
    given: [{ email_address: ['lst8.empty@example.com'] }],
    query: 'provider=&email_address=lst8.empty%40example.com',
    status: 200,
    check: (answer, [user]) => assert.deepEqual(answer.body, [user]),
  },
  {
    rule: 'ERR-5 LST-4 QRY-5 QRY-8',
    name: 'everything that is wrong with the values of a query is told at once',
    query: `banned=maybe&created_at_after=x&last_sign_in_at_before=1.5&${'user_id=u&'.repeat(101)}`,
    status: 422,
    check: (answer) =>
      refused(
        {
          ...answer,
          body: { ...answer.body, errors: answer.body.errors.toSorted(byParameter) },
        },
        422,
        'form_param_value_invalid banned',
        'form_param_invalid_date created_at_after',
        'form_param_invalid_date last_sign_in_at_before',
        'form_param_array_size_exceeded user_id',
      ),
  },
])

function byParameter(a: { meta: { param_name: string } }, b: { meta: { param_name: string } }) {
  return a.meta.param_name < b.meta.param_name ? -1 : 1
}
