import assert from 'node:assert/strict'
import { address } from '#tests/api/given-users.ts'
import { digestExamples, examplePassword } from '#tests/digest-examples.ts'
import { type ClerkUser, type ClientScene, clientRule, type Params, refusalOf } from './clients.ts'

/** What all four versions have. */
interface AccessApi {
  banUser(id: string): Promise<ClerkUser>
  unbanUser(id: string): Promise<ClerkUser>
  lockUser(id: string): Promise<ClerkUser>
  unlockUser(id: string): Promise<ClerkUser>
  verifyPassword(params: { userId: string; password: string }): Promise<{ verified: true }>
}

/** What the newer ones have. */
interface PasswordApi {
  removePassword?(id: string, params?: Params): Promise<ClerkUser>
  setPasswordCompromised?(id: string, params?: Params): Promise<ClerkUser>
  unsetPasswordCompromised?(id: string): Promise<ClerkUser>
}

const accessOf = ({ users }: ClientScene) => users as unknown as AccessApi & PasswordApi
const codesOf = async (call: Promise<unknown>) => {
  const { status, errors } = await refusalOf(call)
  return [status, ...errors.map(({ code }) => code)]
}

let counter = 0
const person = ({ users, clerk }: ClientScene, params: Params = {}) =>
  users.createUser({
    emailAddress: [address(`access.${clerk.version}.${++counter}.${Date.now()}`)],
    ...params,
  })

clientRule('BAN-1 BAN-2 UNB-1', 'bans and unbans', async (scene) => {
  const access = accessOf(scene)
  const { id } = await person(scene)
  assert.equal((await access.banUser(id)).banned, true)
  assert.equal((await access.banUser(id)).banned, true)
  assert.equal((await scene.users.getUser(id)).banned, true)
  assert.equal((await access.unbanUser(id)).banned, false)
  assert.deepEqual(await codesOf(access.banUser('user_nobody')), [404, 'resource_not_found'])
})

clientRule(
  'BAN-3',
  'reads that bans are switched off',
  async (scene) => {
    const { id } = await person(scene)
    const refused = await codesOf(accessOf(scene).banUser(id))
    assert.deepEqual(refused, [402, 'unsupported_subscription_plan_features'])
  },
  { settings: { supports_ban: false } },
)

clientRule('LCK-1 LCK-2 ULK-1', 'locks and unlocks', async (scene) => {
  const access = accessOf(scene)
  const { id } = await person(scene)
  const locked = await access.lockUser(id)
  assert.equal(locked.locked, true)
  const { body: raw } = await scene.server.request('GET', `/users/${id}`)
  assert.ok(raw.lockout_expires_in_seconds > 3500)
  assert.equal(raw.verification_attempts_remaining, 10)
  assert.equal((await access.unlockUser(id)).locked, false)
  assert.deepEqual(await codesOf(access.unlockUser('user_nobody')), [404, 'resource_not_found'])
})

clientRule('VPW-1 VPW-2 CRT-17 UPD-6', 'sets and verifies a password', async (scene) => {
  const access = accessOf(scene)
  const user = await person(scene, { password: examplePassword })
  assert.equal(user.passwordEnabled, true)
  const userId = user.id
  assert.deepEqual(await access.verifyPassword({ userId, password: examplePassword }), { verified: true })
  const wrong = access.verifyPassword({ userId, password: 'wrong' })
  assert.deepEqual(await codesOf(wrong), [422, 'incorrect_password'])
  const password = 'Battery-Staple-8?'
  await scene.users.updateUser(userId, { password, signOutOfOtherSessions: true })
  assert.deepEqual(await access.verifyPassword({ userId, password }), { verified: true })
  const weak = scene.users.updateUser(userId, { password: 'password' })
  const error = await refusalOf(weak)
  assert.equal(error.status, 422)
  assert.equal(error.errors[0]!.code, 'form_password_pwned')
  assert.equal(error.errors[0]!.meta.paramName, 'password')
  await scene.users.updateUser(userId, { password: 'password', skipPasswordChecks: true })
  const { id: without } = await person(scene)
  const none = access.verifyPassword({ userId: without, password })
  assert.deepEqual(await codesOf(none), [400, 'no_password_set'])
})

clientRule('VPW-4 CRT-14 CRT-15', 'imports digests of other systems', async (scene) => {
  for (const passwordHasher of [
    'bcrypt',
    'md5',
    'pbkdf2_sha256_django',
    'phpass',
    'scrypt_firebase',
  ] as const) {
    const [passwordDigest] = digestExamples[passwordHasher]
    const { id: userId } = await person(scene, { passwordDigest, passwordHasher })
    const verified = await accessOf(scene).verifyPassword({ userId, password: examplePassword })
    assert.deepEqual(verified, { verified: true }, passwordHasher)
  }
  const both = person(scene, {
    password: examplePassword,
    passwordDigest: digestExamples.md5[0],
    passwordHasher: 'md5',
  })
  assert.deepEqual(await codesOf(both), [422, 'form_conditional_param_disallowed'])
})

clientRule(
  'VPW-4 VPW-6',
  'reads the seconds of a lock that wrong passwords have brought about',
  async (scene) => {
    const { id: userId } = await person(scene, { password: examplePassword })
    const guess = (password: string) => accessOf(scene).verifyPassword({ userId, password })
    for (let i = 0; i < 10; i++) assert.deepEqual(await codesOf(guess('wrong')), [422, 'incorrect_password'])
    const { status, errors } = await refusalOf(guess(examplePassword))
    assert.deepEqual([status, errors[0]!.code], [403, 'user_locked'])
    assert.equal((await scene.users.getUser(userId)).locked, true)
  },
)

clientRule('RPW-1 CMP-1 UCM-1', 'marks and removes a password', async (scene) => {
  const { removePassword, setPasswordCompromised, unsetPasswordCompromised } = accessOf(scene)
  const { id } = await person(scene, { password: examplePassword })
  if (!removePassword || !setPasswordCompromised || !unsetPasswordCompromised) {
    // An app with an older version sends the request itself.
    const answer = await scene.server.request('POST', `/users/${id}/remove_password`)
    assert.equal(answer.body.password_enabled, false)
    assert.equal((await scene.users.getUser(id)).passwordEnabled, false)
    return
  }
  const api = accessOf(scene) as Required<PasswordApi>
  assert.equal((await api.setPasswordCompromised(id, { revokeAllSessions: true })).passwordEnabled, true)
  assert.equal((await api.unsetPasswordCompromised(id)).passwordEnabled, true)
  assert.equal((await api.removePassword(id, { signOutOfOtherSessions: true })).passwordEnabled, false)
  assert.equal((await api.removePassword(id)).passwordEnabled, false)
})
