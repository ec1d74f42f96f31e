import { type Problem, problem } from '#server/refusal.ts'
import { differing, type NamedChange } from '#server/users/change-user.ts'
import { factorsChange } from '#server/users/second-factor.ts'
import type { User } from '#server/users/user.ts'
import type { UserChange } from '#server/users/user-store.ts'
import type { World } from '#server/world.ts'
import { type GivenBackupCode, readBackupCodes, storeBackupCodes } from './backup-codes.ts'
import { readTotpSecret, storeTotp } from './totp.ts'

/** The fields of a body that give second factors. Null means not given. */
export interface FactorInput {
  readonly totp_secret?: string | null
  readonly backup_codes?: readonly string[]
}

/** Checked; nothing is sealed yet. */
export interface NewFactors {
  readonly secret?: string
  readonly codes?: readonly GivenBackupCode[]
}

export function readNewFactors(input: FactorInput): { given: NewFactors; problems: Problem[] } {
  const { totp_secret: text = null, backup_codes: codes } = input
  const secret = text === null ? undefined : readTotpSecret(text)
  const problems: Problem[] = []
  if (text !== null && secret === undefined)
    problems.push(problem('invalid_totp_secret_code', { param: 'totp_secret' }))
  const read = codes && readBackupCodes(codes)
  problems.push(...(read?.problems ?? []))
  return { given: { ...(secret ? { secret } : {}), ...(read ? { codes: read.given } : {}) }, problems }
}

/** As they will lie at rest: an app whose secret the caller knows needs no confirmation. */
export const storeFactors = (
  world: World,
  userId: string,
  { secret, codes }: NewFactors,
  now: number,
): Pick<UserChange, 'totp' | 'backupCodes'> => ({
  ...(secret === undefined ? {} : { totp: storeTotp(world, userId, secret, now, now) }),
  ...(codes === undefined ? {} : { backupCodes: storeBackupCodes(world, userId, codes) }),
})

/** What an update makes of them, for a user whose row is held. */
export function factorsGiven(
  user: User,
  { totp, backupCodes }: Pick<UserChange, 'totp' | 'backupCodes'>,
  now: number,
): NamedChange {
  const at = Math.max(now, user.updated_at)
  const after = { ...user, totp_enabled: user.totp_enabled || totp !== undefined }
  const attributes = differing(user, {
    ...factorsChange(user, after, at).attributes,
    totp_enabled: after.totp_enabled,
    backup_code_enabled: backupCodes ? backupCodes.length > 0 : user.backup_code_enabled,
  })
  const replaces = backupCodes && (backupCodes.length > 0 || user.backup_code_enabled)
  return {
    ...(totp ? { totp } : {}),
    ...(replaces ? { backupCodes } : {}),
    attributes,
    changed: [...(totp ? ['totp'] : []), ...(replaces ? ['backup_codes'] : []), ...Object.keys(attributes)],
  }
}
