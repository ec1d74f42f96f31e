import assert from 'node:assert/strict'
import { deleteTOTP } from '#contract/users/delete-totp.ts'
import { rule, scenarios } from '#tests/rules.ts'
import { added, phoneNumbers } from './contacts.ts'
import { address, refused } from './given-users.ts'
import { codeAt, factorsOf, noFactors, read, rowsOf, verify, withTotp } from './second-factors.ts'

const remove = (server: Parameters<typeof read>[0], id: string) =>
  server.request('DELETE', `/users/${id}/totp`)

rule(
  'DTP-1',
  'the app goes, and with it the backup codes that have nothing to stand in for',
  async (server) => {
    const { id, now, user } = await withTotp(server, { backup_codes: ['abcde-01234'] })
    server.clock.advance(5000)
    const { status, text } = await remove(server, id)
    assert.equal(status, 200)
    assert.equal(text, `{"user_id":"${id}"}`)
    const after = await read(server, id)
    assert.deepEqual(factorsOf(after), noFactors)
    assert.deepEqual([after.mfa_enabled_at, after.mfa_disabled_at], [user.mfa_enabled_at, now + 5000])
    for (const table of ['totps', 'backup_codes'] as const)
      assert.deepEqual(await rowsOf(server, table, id), [])
    for (const code of [codeAt(now), 'abcde-01234'])
      refused(await verify(server, id, code), 400, 'totp_disabled')
    assert.deepEqual((await server.events(id)).at(-1)?.details, {
      changed: ['mfa_disabled_at', 'backup_code_enabled', 'totp_enabled'],
      action: 'user.totp.deleted',
    })
  },
)

rule('DTP-1', 'beside a phone number as second factor the backup codes stay', async (server) => {
  const { id, user } = await withTotp(server, { backup_codes: ['abcde-01234'] })
  await added(server, phoneNumbers, id, { verified: true, reserved_for_second_factor: true })
  await remove(server, id)
  const after = await read(server, id)
  assert.deepEqual(factorsOf(after), {
    two_factor_enabled: true,
    totp_enabled: false,
    backup_code_enabled: true,
  })
  assert.deepEqual([after.mfa_enabled_at, after.mfa_disabled_at], [user.mfa_enabled_at, null])
  assert.equal((await rowsOf(server, 'backup_codes', id)).length, 1)
})

rule(
  'DTP-1 MFA-3',
  'the phone number that was the last second factor takes the backup codes along',
  async (server) => {
    for (const method of ['DELETE', 'PATCH'] as const) {
      const { id } = await server.create({ email_address: [address()], backup_codes: ['abcde-01234'] })
      const phone = await added(server, phoneNumbers, id, {
        verified: true,
        reserved_for_second_factor: true,
      })
      const body = method === 'PATCH' ? { reserved_for_second_factor: false } : undefined
      const answer = await server.request(method, `/phone_numbers/${phone.id}`, { body })
      assert.equal(answer.status, 200, answer.text)
      assert.deepEqual(factorsOf(await read(server, id)), noFactors)
      assert.deepEqual(await rowsOf(server, 'backup_codes', id), [])
    }
  },
)

rule('DTP-1', 'one that was never confirmed goes without a trace in the answers', async (server) => {
  const { id } = await server.create({ email_address: [address()], backup_codes: ['abcde-01234'] })
  await server.request('POST', `/users/${id}/totp`)
  const before = await read(server, id)
  assert.equal((await remove(server, id)).status, 200)
  assert.deepEqual(await rowsOf(server, 'totps', id), [])
  const { updated_at: _, ...after } = await read(server, id)
  const { updated_at: __, ...expected } = before
  assert.deepEqual(after, expected)
})

rule('DTP-2', 'without an app, also right after it has gone: 404', async (server) => {
  const { id } = await withTotp(server)
  assert.equal((await remove(server, id)).status, 200)
  const events = (await server.events(id)).length
  refused(await remove(server, id), 404, 'resource_not_found')
  assert.equal((await server.events(id)).length, events)
})

scenarios(deleteTOTP, [
  {
    rule: 'DTP-2 ERR-9',
    name: 'an unknown user',
    status: 404,
    code: 'resource_not_found',
    expect: { errors: [{ long_message: 'No user was found with id user_nobody' }] },
  },
  {
    rule: 'DTP-2',
    name: 'an id with a NUL',
    user_id: 'user_%00',
    status: 404,
    code: 'resource_not_found',
  },
])
