import assert from 'node:assert/strict'
import { disableMFA } from '#contract/users/disable-mfa.ts'
import { rule, scenarios } from '#tests/rules.ts'
import { added, phoneNumbers } from './contacts.ts'
import { address } from './given-users.ts'
import { factorsOf, noFactors, read, rowsOf, withTotp } from './second-factors.ts'

const factor = { verified: true, reserved_for_second_factor: true }
const disable = (server: Parameters<typeof read>[0], id: string) =>
  server.request('DELETE', `/users/${id}/mfa`)

rule('MFA-1', 'every second factor goes at once; the phone numbers stay', async (server) => {
  const { id, user } = await withTotp(server, { backup_codes: ['abcde-01234'] })
  for (let i = 0; i < 2; i++) await added(server, phoneNumbers, id, factor)
  const before = await read(server, id)
  assert.equal(before.phone_numbers[0].default_second_factor, true)
  server.clock.advance(5000)
  const { status, text } = await disable(server, id)
  assert.equal(status, 200)
  assert.equal(text, `{"user_id":"${id}"}`)
  const after = await read(server, id)
  assert.deepEqual(factorsOf(after), noFactors)
  assert.equal(after.mfa_enabled_at, user.mfa_enabled_at)
  assert.equal(after.mfa_disabled_at, before.updated_at + 5000)
  assert.equal(after.updated_at, before.updated_at + 5000)
  const expected = before.phone_numbers.map((one: object) => ({
    ...one,
    reserved_for_second_factor: false,
    default_second_factor: false,
    updated_at: before.updated_at + 5000,
  }))
  assert.deepEqual(after.phone_numbers, expected)
  for (const table of ['totps', 'backup_codes'] as const)
    assert.deepEqual(await rowsOf(server, table, id), [])
  assert.deepEqual((await server.events(id)).at(-1)?.details, {
    changed: ['mfa_disabled_at', 'backup_code_enabled', 'totp_enabled', 'phone_numbers'],
    action: 'user.mfa.disabled',
  })
})

rule('MFA-2', 'without any the answer is the same and nothing changes', async (server) => {
  const user = await server.create({ email_address: [address()] })
  assert.equal((await disable(server, user.id)).text, `{"user_id":"${user.id}"}`)
  assert.deepEqual(await read(server, user.id), user)
  assert.equal((await server.events(user.id)).length, 1)
})

rule('MFA-2', 'backup codes alone and an app that was never confirmed go too', async (server) => {
  const { id } = await server.create({ email_address: [address()], backup_codes: ['abcde-01234'] })
  await server.request('POST', `/users/${id}/totp`)
  await disable(server, id)
  const after = await read(server, id)
  assert.deepEqual(factorsOf(after), noFactors)
  assert.deepEqual([after.mfa_enabled_at, after.mfa_disabled_at], [null, null])
  for (const table of ['totps', 'backup_codes'] as const)
    assert.deepEqual(await rowsOf(server, table, id), [])
  assert.deepEqual((await server.events(id)).at(-1)?.details.changed, ['backup_code_enabled', 'totp'])
})

scenarios(disableMFA, [
  { rule: 'MFA-2 ERR-9', name: 'an unknown user', status: 404, code: 'resource_not_found' },
])
