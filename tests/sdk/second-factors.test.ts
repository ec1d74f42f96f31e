import assert from 'node:assert/strict'
import { Secret, TOTP, URI } from 'otpauth'
import type { Bartleby } from '#sdk/client.ts'
import { ValidationError } from '#sdk/errors.ts'
import type { User } from '#sdk/index.ts'
import { onServers } from '#tests/sdk/on-servers.ts'

/** An authenticator app that has read the QR code, and shows the next code where one has been used. */
function authenticator(uri: string) {
  const app = URI.parse(uri)
  assert.ok(app instanceof TOTP)
  return { app, codeIn: (seconds: number) => app.generate({ timestamp: Date.now() + seconds * 1000 }) }
}

const factorsOf = ({ twoFactorEnabled, totpEnabled, backupCodeEnabled }: User) => ({
  twoFactorEnabled,
  totpEnabled,
  backupCodeEnabled,
})
const none = { twoFactorEnabled: false, totpEnabled: false, backupCodeEnabled: false }

async function withCodes({ users }: Bartleby, emailAddress: string) {
  const totpSecret = new Secret({ size: 20 }).base32
  const backupCodes = ['aaaaaaaa1', 'bbbbbbbb2']
  const user = await users.create({ emailAddress: [emailAddress], totpSecret, backupCodes })
  return { user, backupCodes }
}

onServers(
  '[CTP-1 CTP-4 CTP-5 VTP-1 DTP-1] an authenticator app is created, confirmed and removed',
  async (client) => {
    const { users } = client
    const { id } = await users.create({ emailAddress: ['ada@example.com'] })
    const replaced = await users.createTOTP(id)
    const totp = await users.createTOTP(id)
    assert.notEqual(totp.secret, replaced.secret)
    assert.deepEqual([totp.object, totp.verified, totp.backupCodes], ['totp', false, []])
    assert.ok(totp.createdAt > 0 && totp.updatedAt >= totp.createdAt)
    const { app, codeIn } = authenticator(totp.uri)
    assert.deepEqual([app.secret.base32, app.label], [totp.secret, 'ada@example.com'])
    assert.deepEqual(factorsOf(await users.get(id)), none)

    const code = codeIn(0)
    assert.deepEqual(await users.verifyTOTP(id, { code }), { verified: true, codeType: 'totp' })
    const confirmed = await users.get(id)
    assert.deepEqual(factorsOf(confirmed), { ...none, twoFactorEnabled: true, totpEnabled: true })
    assert.ok(confirmed.mfaEnabledAt)
    await assert.rejects(users.verifyTOTP(id, { code }), { code: 'totp_incorrect_code', status: 422 })
    assert.equal((await users.verifyTOTP(id, { code: codeIn(30) })).codeType, 'totp')
    await assert.rejects(users.createTOTP(id), { code: 'totp_already_enabled', status: 400 })

    assert.deepEqual(await users.deleteTOTP(id), { userId: id })
    assert.deepEqual(factorsOf(await users.get(id)), none)
    await assert.rejects(users.verifyTOTP(id, { code: codeIn(60) }), ValidationError)
  },
)

onServers('backup codes are used up, removed, and every factor at once', async (client) => {
  const { users } = client
  const { user, backupCodes } = await withCodes(client, 'bea@example.com')
  assert.deepEqual(factorsOf(user), { twoFactorEnabled: true, totpEnabled: true, backupCodeEnabled: true })
  const [code] = backupCodes
  assert.equal((await users.verifyTOTP(user.id, { code: code! })).codeType, 'backup_code')
  await assert.rejects(users.verifyTOTP(user.id, { code: code! }), ValidationError)
  assert.deepEqual(await users.deleteBackupCodes(user.id), { userId: user.id })
  assert.equal((await users.get(user.id)).backupCodeEnabled, false)

  const other = await withCodes(client, 'cyd@example.com')
  assert.deepEqual(await users.disableMFA(other.user.id), { userId: other.user.id })
  const after = await users.get(other.user.id)
  assert.deepEqual(factorsOf(after), none)
  assert.ok(after.mfaDisabledAt)
})
