import { beginAttempt, refuseLocked } from '#server/users/attempts.ts'
import { unknownUser } from '#server/users/get-user.ts'
import type { User } from '#server/users/user.ts'
import type { Call, World } from '#server/world.ts'
import { acceptTotp } from './accept-totp.ts'
import { consumeBackupCode } from './consume-backup-code.ts'

/** `none`: the user has no such factor. */
export type Checked = 'right' | 'wrong' | 'none'

/** Refuses a locked user before anything is looked at. */
export async function userToCheck(world: World, userId: string): Promise<User> {
  const user = await world.users.find(userId)
  if (!user) throw unknownUser(userId)
  refuseLocked(world, user)
  return user
}

/** Takes an attempt of the second factor's own count first; compares then. Undefined or false is a failure. */
export async function attemptFactor<T>(
  world: World,
  call: Call,
  userId: string,
  counts: boolean,
  compare: () => Promise<T | undefined | false>,
): Promise<T | undefined> {
  const attempt = await beginAttempt(world, call, userId, 'second_factor', counts)
  let right: T | undefined | false
  try {
    right = await compare()
  } catch (error) {
    await attempt.notMade()
    throw error
  }
  if (right === undefined || right === false) {
    await attempt.failed()
    return undefined
  }
  await attempt.succeeded()
  return right
}

export const takesTotp = (world: World): boolean => world.settings.attributes.authenticator_app.enabled

export const takesBackupCode = (world: World, user: User): boolean =>
  world.settings.attributes.backup_code.enabled && user.backup_code_enabled

/** A code of the user's authenticator app, as a second step. One that is not confirmed is no second factor. */
export async function checkTotp(world: World, call: Call, userId: string, code: string): Promise<Checked> {
  await userToCheck(world, userId)
  const totp = takesTotp(world) ? await world.factors.findTotp(userId) : undefined
  if (!totp || totp.verified_at === null) return 'none'
  const accepted = await attemptFactor(world, call, userId, true, () =>
    acceptTotp(world, call, userId, totp, code),
  )
  return accepted ? 'right' : 'wrong'
}

/** A backup code, as a second step. The right one is used up. */
export async function checkBackupCode(
  world: World,
  call: Call,
  userId: string,
  code: string,
): Promise<Checked> {
  const user = await userToCheck(world, userId)
  if (!takesBackupCode(world, user)) return 'none'
  const consumed = await attemptFactor(world, call, userId, true, () =>
    consumeBackupCode(world, call, userId, code),
  )
  return consumed ? 'right' : 'wrong'
}
