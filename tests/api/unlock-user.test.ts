import assert from 'node:assert/strict'
import { unlockUser } from '#contract/users/unlock-user.ts'
import { rule, scenarios } from '#tests/rules.ts'
import { guess, password, withPassword } from './passwords.ts'

rule('ULK-1', 'no lock is left and all attempts are', async (server) => {
  const user = await withPassword(server, { password, locked: true })
  const byAdministrator = await server.request('POST', `/users/${user.id}/unlock`)
  assert.equal(byAdministrator.status, 200)
  assert.partialDeepStrictEqual(byAdministrator.body, {
    locked: false,
    lockout_expires_in_seconds: null,
    verification_attempts_remaining: 10,
  })
  assert.deepEqual((await server.events(user.id))[1]!.details, {
    changed: ['locked'],
    action: 'user.unlocked',
  })
  for (let i = 0; i < 10; i++) await guess(server, user.id, 'wrong')
  const locked = (await server.request('GET', `/users/${user.id}`)).body
  assert.partialDeepStrictEqual(locked, { locked: true, verification_attempts_remaining: 0 })
  assert.partialDeepStrictEqual((await server.request('POST', `/users/${user.id}/unlock`)).body, {
    locked: false,
    lockout_expires_in_seconds: null,
    verification_attempts_remaining: 10,
  })
  assert.equal((await guess(server, user.id, 'wrong')).status, 422)
  assert.equal((await guess(server, user.id, password)).status, 200)
})

scenarios(unlockUser, [
  {
    rule: 'ULK-1',
    name: 'without a lock nothing changes',
    given: [{ email_address: ['unlock.nothing@example.com'] }],
    status: 200,
    check: async (answer, [user], server) => {
      assert.deepEqual(answer.body, user)
      assert.equal((await server.events(user.id)).length, 1)
    },
  },
  {
    rule: 'ERR-9 ULK-1',
    name: 'an unknown user cannot be unlocked',
    user_id: 'user_nobody',
    status: 404,
    code: 'resource_not_found',
  },
])
