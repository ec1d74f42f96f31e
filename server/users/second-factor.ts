import type { User, UserAttributes } from './user.ts'

type Factors = Pick<User, 'identifications' | 'totp_enabled'>

/** Whether a sign-in of this user has a second step. Backup codes alone are none: they stand in for another factor. */
export const secondFactorEnabled = (user: Factors): boolean =>
  user.totp_enabled || user.identifications.some((one) => one.reserved_for_second_factor)

/**
 * What follows from second factors that come or go. Neither time is ever taken back: both can be set. With the
 * last factor its backup codes go.
 */
export function factorsChange(
  user: User,
  after: Factors,
  at: number,
): { readonly attributes: Partial<UserAttributes>; readonly backupCodes?: readonly never[] } {
  const enabled = secondFactorEnabled(after)
  if (enabled === secondFactorEnabled(user)) return { attributes: {} }
  if (enabled) return { attributes: { mfa_enabled_at: at } }
  return {
    attributes: { mfa_disabled_at: at, ...(user.backup_code_enabled ? { backup_code_enabled: false } : {}) },
    backupCodes: [],
  }
}
