import { Refusal } from '#server/refusal.ts'
import { changeUser } from '#server/users/change-user.ts'
import type { User } from '#server/users/user.ts'
import type { Call, World } from '#server/world.ts'
import { acceptTotp } from './accept-totp.ts'
import { newBackupCodes } from './backup-codes.ts'
import { attemptFactor, takesTotp, userToCheck } from './check-second-factor.ts'
import type { StoredTotp } from './second-factors.ts'
import { newTotpSecret, storeTotp } from './totp.ts'
import { accountOf, issuerOf, totpUri } from './totp-uri.ts'

/** An app on its way: the secret is told this once. */
export interface CreatedTotp {
  readonly stored: StoredTotp
  readonly secret: string
  readonly uri: string
}

/** Begins with a new secret, which a right code has yet to confirm; one that waits for that already is replaced. */
export async function createTotp(world: World, call: Call, userId: string): Promise<CreatedTotp> {
  if (!takesTotp(world)) throw new Refusal('feature_not_enabled', { feature: 'authenticator app' })
  const secret = newTotpSecret()
  const stored = storeTotp(world, userId, secret, world.now(), null)
  const user = await changeUser(world, call, userId, (user) => {
    if (user.totp_enabled) throw new Refusal('totp_already_enabled')
    return { totp: stored, changed: ['totp'], action: 'user.totp.created' }
  })
  return { stored, secret, uri: totpUri(issuerOf(world), accountOf(user), secret) }
}

export interface ConfirmedTotp {
  readonly user: User
  /** Told this once; null where the user had some already or the instance has none. */
  readonly backupCodes: readonly string[] | null
}

/** Confirms the app with one of its codes: `none` when there is none to confirm. Takes an attempt like any check. */
export async function confirmTotp(
  world: World,
  call: Call,
  userId: string,
  code: string,
): Promise<ConfirmedTotp | 'wrong' | 'none'> {
  const before = await userToCheck(world, userId)
  const totp = takesTotp(world) ? await world.factors.findTotp(userId) : undefined
  if (!totp || before.totp_enabled) return 'none'
  const fresh = world.settings.attributes.backup_code.enabled ? newBackupCodes() : []
  const user = await attemptFactor(world, call, userId, true, () =>
    acceptTotp(world, call, userId, totp, code, fresh),
  )
  if (!user) return 'wrong'
  const brought = fresh.length > 0 && !before.backup_code_enabled
  return { user, backupCodes: brought ? fresh : null }
}
