import assert from 'node:assert/strict'
import { address } from '#tests/api/given-users.ts'
import { bcryptOf, codeAt, secret, wrongCode } from '#tests/api/second-factors.ts'
import { type ClerkUser, type ClientScene, clientRule, type Params, refusalOf } from './clients.ts'

interface FactorApi {
  verifyTOTP(params: { userId: string; code: string }): Promise<{ verified: true; code_type: string }>
  disableUserMFA(id: string): Promise<{ user_id: string }>
}
/** What the newer ones have. */
interface NewerApi {
  deleteUserTOTP?(id: string): Promise<{ user_id: string }>
  deleteUserBackupCodes?(id: string): Promise<{ user_id: string }>
}

const factorsOf = ({ users }: ClientScene) => users as unknown as FactorApi & NewerApi
const codesOf = async (call: Promise<unknown>) => {
  const { status, errors } = await refusalOf(call)
  return [status, ...errors.map(({ code }) => code)]
}

let counter = 0
const person = ({ users, clerk }: ClientScene, params: Params = {}): Promise<ClerkUser> =>
  users.createUser({
    emailAddress: [address(`factors.${clerk.version}.${++counter}.${Date.now()}`)],
    ...params,
  })

clientRule('CRT-18 CRT-19 VTP-1 VTP-2 VTP-3 VTP-4', 'imports and verifies second factors', async (scene) => {
  const factors = factorsOf(scene)
  const backupCodes = ['abcde-01234', await bcryptOf('fghjk-56789')]
  const user = await person(scene, { totpSecret: secret, backupCodes })
  assert.deepEqual([user.twoFactorEnabled, user.totpEnabled, user.backupCodeEnabled], [true, true, true])
  const userId = user.id
  const code = codeAt(Date.now())
  assert.deepEqual(await factors.verifyTOTP({ userId, code }), { verified: true, code_type: 'totp' })
  assert.deepEqual(await codesOf(factors.verifyTOTP({ userId, code })), [422, 'totp_incorrect_code'])
  const wrong = factors.verifyTOTP({ userId, code: wrongCode(Date.now()) })
  assert.deepEqual(await codesOf(wrong), [422, 'totp_incorrect_code'])
  for (const backup of ['ABCDE01234', 'fghjk-56789']) {
    const right = await factors.verifyTOTP({ userId, code: backup })
    assert.deepEqual(right, { verified: true, code_type: 'backup_code' })
    assert.deepEqual(await codesOf(factors.verifyTOTP({ userId, code: backup })), [
      422,
      'totp_invalid_length',
    ])
  }
  assert.equal((await scene.users.getUser(userId)).backupCodeEnabled, false)
  const { id } = await person(scene)
  assert.deepEqual(await codesOf(factors.verifyTOTP({ userId: id, code })), [400, 'totp_disabled'])
  const badSecret = await refusalOf(person(scene, { totpSecret: 'no base32!' }))
  assert.deepEqual([badSecret.status, badSecret.errors[0]?.code], [422, 'invalid_totp_secret_code'])
  assert.equal(badSecret.errors[0]?.meta.paramName, 'totp_secret')
})

clientRule('MFA-1 DTP-1 DTP-2 BKC-1 BKC-2 UPD-13', 'removes second factors', async (scene) => {
  const factors = factorsOf(scene)
  const { id } = await person(scene, { totpSecret: secret, backupCodes: ['abcde-01234'] })
  assert.deepEqual(await factors.disableUserMFA(id), { user_id: id })
  const user = await scene.users.getUser(id)
  assert.deepEqual([user.twoFactorEnabled, user.totpEnabled, user.backupCodeEnabled], [false, false, false])
  assert.deepEqual(await codesOf(factors.disableUserMFA('user_nobody')), [404, 'resource_not_found'])
  await scene.users.updateUser(id, { totpSecret: secret, backupCodes: ['abcde-01234'] })
  if (factors.deleteUserBackupCodes) {
    assert.deepEqual(await factors.deleteUserBackupCodes(id), { user_id: id })
    assert.deepEqual(await codesOf(factors.deleteUserBackupCodes(id)), [404, 'resource_not_found'])
  }
  if (factors.deleteUserTOTP) {
    assert.deepEqual(await factors.deleteUserTOTP(id), { user_id: id })
    assert.deepEqual(await codesOf(factors.deleteUserTOTP(id)), [404, 'resource_not_found'])
    assert.equal((await scene.users.getUser(id)).twoFactorEnabled, false)
  }
})

clientRule(
  'SET-9',
  'is told that the fields are unknown where the instance has no second factors',
  async ({ users }) => {
    const emailAddress = [address('secretive')]
    const error = await refusalOf(users.createUser({ emailAddress, totpSecret: secret }))
    assert.deepEqual([error.status, error.errors.map(({ code }) => code)], [422, ['form_param_unknown']])
    assert.equal(error.errors[0]?.meta.paramName, 'totp_secret')
    assert.equal(await users.getCount({ emailAddress }), 0)
  },
  { settings: { attributes: { authenticator_app: { enabled: false } } } },
)
