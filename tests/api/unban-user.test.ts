import assert from 'node:assert/strict'
import { unbanUser } from '#contract/users/unban-user.ts'
import { rule, scenarios } from '#tests/rules.ts'

const email = (name: string) => ({ email_address: [`${name}@example.com`] })

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
