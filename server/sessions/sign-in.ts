import type { JsonText } from '#contract/shapes.ts'
import { secondFactorEnabled } from '#server/users/second-factor.ts'
import type { User } from '#server/users/user.ts'

/** What comes next. `abandoned` is never stored: it follows from the time. */
export type SignInStatus = 'needs_first_factor' | 'needs_second_factor' | 'needs_new_password' | 'complete'

/** The first factor that was prepared or proved last. */
export interface FirstFactor {
  readonly strategy: 'password' | 'email_code' | 'ticket'
  readonly verified: boolean
  /** Of a password: since when the user had it as it was compared. */
  readonly password_set_at?: number | null
  /** Of an actor token: who acts in the user's place. */
  readonly actor?: JsonText | null
  /** Of a ticket: where the session is active at first. */
  readonly organization_id?: string | null
  readonly session_max_duration_in_seconds?: number | null
}

export interface SecondFactor {
  readonly strategy: 'totp' | 'backup_code'
  readonly verified_at: number
}

/** One attempt of a client to sign somebody in. Its spelling is that of the column names; times are Unix milliseconds. */
export interface SignIn {
  readonly id: string
  readonly client_id: string
  /** Null for an account that does not exist, where nobody may learn that. */
  readonly user_id: string | null
  readonly status: SignInStatus
  /** As it was given; null for a ticket. */
  readonly identifier: string | null
  readonly first_factor: FirstFactor | null
  readonly second_factor: SecondFactor | null
  /** When the first factor was proved. */
  readonly first_factor_at: number | null
  readonly created_session_id: string | null
  readonly abandon_at: number
  readonly created_at: number
  readonly updated_at: number
}

export const signInLifetimeMs = 24 * 60 * 60_000

export const signInStatusOf = (
  { status, abandon_at }: Pick<SignIn, 'status' | 'abandon_at'>,
  now: number,
): SignInStatus | 'abandoned' => (status !== 'complete' && abandon_at <= now ? 'abandoned' : status)

/** Backup codes that stand alone are asked for as well: whoever has them expects a second step. */
const hasSecondStep = (user: User): boolean => secondFactorEnabled(user) || user.backup_code_enabled

/**
 * What is left to do for an attempt, from what it has proved and what the user is like at this moment. Whoever acts
 * in a user's place is not asked to choose the user's password.
 */
export function nextStep(user: User, proved: Pick<SignIn, 'first_factor' | 'second_factor'>): SignInStatus {
  const { first_factor, second_factor } = proved
  if (!first_factor?.verified) return 'needs_first_factor'
  if (hasSecondStep(user) && !second_factor) return 'needs_second_factor'
  if (user.password_compromised_at !== null && !first_factor.actor) return 'needs_new_password'
  return 'complete'
}

/** Whether the password that was proved has been replaced since, or become known: then it proves nothing. */
export const isOutdated = (user: User, { first_factor }: Pick<SignIn, 'first_factor'>): boolean =>
  first_factor?.strategy === 'password' &&
  (first_factor.password_set_at !== user.password_last_updated_at || user.password_compromised_at !== null)
