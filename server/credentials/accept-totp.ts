import { decideWithin, type NamedChange } from '#server/users/change-user.ts'
import { factorsChange } from '#server/users/second-factor.ts'
import type { User } from '#server/users/user.ts'
import type { Call, World } from '#server/world.ts'
import { storeBackupCodes } from './backup-codes.ts'
import type { StoredTotp } from './second-factors.ts'
import { matchingStep, openTotp } from './totp.ts'

/** What the first right code changes: the app becomes a second factor. `freshCodes` come where there are none. */
function confirmed(world: World, user: User, freshCodes: readonly string[]): NamedChange {
  if (user.totp_enabled) return { changed: [] }
  const at = Math.max(world.now(), user.updated_at)
  const factors = factorsChange(user, { ...user, totp_enabled: true }, at)
  const brings = freshCodes.length > 0 && !user.backup_code_enabled
  const attributes = {
    ...factors.attributes,
    totp_enabled: true,
    ...(brings ? { backup_code_enabled: true } : {}),
  }
  return {
    attributes,
    ...(brings
      ? {
          backupCodes: storeBackupCodes(
            world,
            user.id,
            freshCodes.map((code) => ({ code })),
          ),
        }
      : {}),
    changed: Object.keys(attributes),
    action: 'user.totp.confirmed',
  }
}

/**
 * Whether this is the code of a step that nobody has used. It is used up by that, and an app that was not
 * confirmed yet is.
 */
export async function acceptTotp(
  world: World,
  call: Call,
  userId: string,
  totp: StoredTotp,
  code: string,
  freshCodes: readonly string[] = [],
): Promise<User | undefined> {
  const now = world.now()
  const step = matchingStep(openTotp(world, userId, totp), code, totp.last_step, now)
  if (step === undefined) return undefined
  const spent = { totpId: totp.id, step, at: now }
  return decideWithin(
    world,
    call,
    (user) => confirmed(world, user, freshCodes),
    (decide) => world.factors.spendStep(userId, spent, decide),
  )
}
