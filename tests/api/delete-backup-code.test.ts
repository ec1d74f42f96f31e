import assert from 'node:assert/strict'
import { deleteBackupCode } from '#contract/users/delete-backup-code.ts'
import { rule, scenarios } from '#tests/rules.ts'
import { refused } from './given-users.ts'
import { codeAt, factorsOf, read, rowsOf, verify, withTotp } from './second-factors.ts'

rule('BKC-1', 'all codes go, and the app stays', async (server) => {
  const { id, now, user } = await withTotp(server, { backup_codes: ['abcde-01234', 'abcde-56789'] })
  const { status, text } = await server.request('DELETE', `/users/${id}/backup_code`)
  assert.equal(status, 200)
  assert.equal(text, `{"user_id":"${id}"}`)
  const after = await read(server, id)
  assert.deepEqual(factorsOf(after), {
    two_factor_enabled: true,
    totp_enabled: true,
    backup_code_enabled: false,
  })
  assert.deepEqual([after.mfa_enabled_at, after.mfa_disabled_at], [user.mfa_enabled_at, null])
  assert.deepEqual(await rowsOf(server, 'backup_codes', id), [])
  refused(await verify(server, id, 'abcde-01234'), 422, 'totp_invalid_length')
  assert.equal((await verify(server, id, codeAt(now))).status, 200)
  assert.deepEqual((await server.events(id)).at(-1)?.details, {
    changed: ['backup_code_enabled'],
    action: 'user.backup_codes.deleted',
  })
  refused(await server.request('DELETE', `/users/${id}/backup_code`), 404, 'resource_not_found')
})

scenarios(deleteBackupCode, [
  {
    rule: 'BKC-2',
    name: 'a user without codes',
    given: [{ email_address: ['bkc.2@example.com'] }],
    status: 404,
    code: 'resource_not_found',
  },
  { rule: 'BKC-2 ERR-9', name: 'an unknown user', status: 404, code: 'resource_not_found' },
])
