import assert from 'node:assert/strict'
import { rule } from '#tests/rules.ts'
import type { TestServer } from '#tests/running-server.ts'
import { added, phoneNumbers } from './contacts.ts'
import { address, refused } from './given-users.ts'
import { codeAt, factorsOf, read, rowsOf, secret, verify, withTotp } from './second-factors.ts'

const other = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
const update = (server: TestServer, id: string, body: object) =>
  server.request('PATCH', `/users/${id}`, { body })
const lastChange = async (server: TestServer, id: string) => (await server.events(id)).at(-1)!.details.changed

rule('UPD-13', 'a secret becomes the second factor, in the place of any other', async (server) => {
  server.clock.freeze()
  const { id, updated_at: now } = await server.create({ email_address: [address()] })
  await server.request('POST', `/users/${id}/totp`)
  server.clock.advance(1000)
  const first = await update(server, id, { totp_secret: secret })
  assert.deepEqual(factorsOf(first.body), {
    two_factor_enabled: true,
    totp_enabled: true,
    backup_code_enabled: false,
  })
  assert.equal(first.body.mfa_enabled_at, now + 1000)
  assert.deepEqual(await lastChange(server, id), ['totp', 'mfa_enabled_at', 'totp_enabled'])
  server.clock.advance(1000)
  const second = await update(server, id, { totp_secret: other })
  assert.equal(second.body.mfa_enabled_at, now + 1000)
  assert.equal(second.body.updated_at, now + 2000)
  assert.deepEqual(await lastChange(server, id), ['totp'])
  assert.equal((await rowsOf(server, 'totps', id)).length, 1)
  refused(await verify(server, id, codeAt(now + 2000)), 422, 'totp_incorrect_code')
  assert.equal((await verify(server, id, codeAt(now + 2000, 0, other))).status, 200)
})

rule('UPD-17', 'more backup codes than anybody keeps are refused', async (server) => {
  const { id } = await withTotp(server)
  const backup_codes = Array.from({ length: 33 }, (_, n) => `backup-code-${n}`)
  refused(await update(server, id, { backup_codes }), 422, 'form_param_array_size_exceeded backup_codes')
})

rule('UPD-13', 'null is no change, and a wrong secret changes nothing', async (server) => {
  const { id, now, user } = await withTotp(server)
  assert.deepEqual((await update(server, id, { totp_secret: null })).body, user)
  const wrong = await update(server, id, { totp_secret: 'no base32!', first_name: 'Ada' })
  refused(wrong, 422, 'invalid_totp_secret_code totp_secret')
  assert.deepEqual(await read(server, id), user)
  assert.equal((await verify(server, id, codeAt(now))).status, 200)
})

rule('UPD-13', 'beside a phone number as second factor it moves no time', async (server) => {
  const { id } = await server.create({ email_address: [address()] })
  await added(server, phoneNumbers, id, { verified: true, reserved_for_second_factor: true })
  const before = await read(server, id)
  const after = (await update(server, id, { totp_secret: secret })).body
  assert.equal(after.mfa_enabled_at, before.mfa_enabled_at)
  assert.equal(after.totp_enabled, true)
})

rule('UPD-17', 'new backup codes void the old; an empty list removes them', async (server) => {
  const { id } = await withTotp(server, { backup_codes: ['first-code', 'stays-code'] })
  const replaced = await update(server, id, { backup_codes: ['second-code', 'stays-code'] })
  assert.equal(replaced.body.backup_code_enabled, true)
  assert.deepEqual(await lastChange(server, id), ['backup_codes'])
  refused(await verify(server, id, 'first-code'), 422, 'totp_invalid_length')
  for (const code of ['second-code', 'stays-code']) assert.equal((await verify(server, id, code)).status, 200)
  await update(server, id, { backup_codes: ['third-code'] })
  assert.deepEqual(await lastChange(server, id), ['backup_codes', 'backup_code_enabled'])
  const emptied = await update(server, id, { backup_codes: [] })
  assert.equal(emptied.body.backup_code_enabled, false)
  assert.deepEqual(await rowsOf(server, 'backup_codes', id), [])
  assert.deepEqual((await update(server, id, { backup_codes: [] })).body, emptied.body)
  refused(await update(server, id, { backup_codes: ['short'] }), 422, 'form_param_value_invalid backup_codes')
})
