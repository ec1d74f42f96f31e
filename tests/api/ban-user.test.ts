import assert from 'node:assert/strict'
import { banUser } from '#contract/users/ban-user.ts'
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
