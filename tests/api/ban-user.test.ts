import assert from 'node:assert/strict'
import { banUser } from '#contract/users/ban-user.ts'
import { unbanUser } from '#contract/users/unban-user.ts'
import { rule, scenarios } from '#tests/rules.ts'

const email = (name: string) => ({ email_address: [`${name}@example.com`] })

rule('BAN-1 BAN-4', 'a ban ends sessions and leaves everything else as it is', async (server) => {
  const user = await server.create({ ...email('ban.1'), locked: true })
  const { status, body } = await server.request('POST', `/users/${user.id}/ban`)
  assert.equal(status, 200)
  const { banned, updated_at, lockout_expires_in_seconds, ...rest } = body
  assert.equal(banned, true)
  assert.ok(updated_at > user.updated_at)
  assert.ok(lockout_expires_in_seconds > 3500)
  assert.partialDeepStrictEqual(user, rest)
  assert.equal(rest.locked, true)
  const events = await server.events(user.id)
  assert.deepEqual(
    events.map(({ type }) => type),
    ['user.created', 'user.updated'],
  )
  assert.deepEqual(events[1]!.details, {
    changed: ['banned'],
    action: 'user.banned',
    ends_sessions: true,
  })
  assert.equal(events[1]!.at, updated_at)
})

scenarios(banUser, [
  {
    rule: 'BAN-2',
    name: 'banning a banned user changes nothing',
    given: [{ ...email('ban.2'), banned: true }],
    status: 200,
    expect: { banned: true },
    check: async (answer, [user], server) => {
      assert.equal(answer.body.updated_at, user.updated_at)
      assert.equal((await server.events(user.id)).length, 1)
    },
  },
  {
    rule: 'BAN-2 ERR-9',
    name: 'an unknown user cannot be banned',
    user_id: 'user_nobody',
    status: 404,
    code: 'resource_not_found',
  },
  {
    rule: 'BAN-3',
    name: 'where bans are switched off nobody is banned',
    options: { settings: { supports_ban: false } },
    given: [email('ban.3')],
    status: 402,
    code: 'unsupported_subscription_plan_features',
    check: async (_, [user], server) => {
      assert.equal((await server.request('GET', `/users/${user.id}`)).body.banned, false)
    },
  },
])

scenarios(unbanUser, [
  {
    rule: 'UNB-1',
    name: 'a ban is lifted',
    given: [{ ...email('unban.1'), banned: true }],
    status: 200,
    expect: { banned: false },
    check: async (answer, [user], server) => {
      assert.ok(answer.body.updated_at > user.updated_at)
      assert.deepEqual((await server.events(user.id))[1]!.details, {
        changed: ['banned'],
        action: 'user.unbanned',
      })
    },
  },
  {
    rule: 'UNB-1',
    name: 'who is not banned stays as it is',
    given: [email('unban.2')],
    status: 200,
    expect: { banned: false },
    check: async (answer, [user], server) => {
      assert.deepEqual(answer.body, user)
      assert.equal((await server.events(user.id)).length, 1)
    },
  },
  {
    rule: 'UNB-1 ERR-9',
    name: 'an unknown user cannot be unbanned',
    user_id: 'user_nobody',
    status: 404,
    code: 'resource_not_found',
  },
])

rule(
  'UNB-1',
  'a ban can be lifted where bans have been switched off',
  async (server) => {
    const user = await server.create(email('unban.3'))
    const { status } = await server.request('POST', `/users/${user.id}/unban`)
    assert.equal(status, 200)
  },
  { settings: { supports_ban: false } },
)
