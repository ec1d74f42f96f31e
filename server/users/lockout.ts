import type { Settings } from '#server/settings/settings.ts'
import { forever, type UserAttributes } from './user.ts'

type Lockout = Pick<Settings['user_lockout'], 'enabled' | 'max_attempts' | 'duration_in_minutes'>

/** Passwords and second factors are counted apart: right passwords must not give back guesses at the second factor. */
export type Counter = 'password' | 'second_factor'
const counters: readonly Counter[] = ['password', 'second_factor']

export const counterColumns = {
  password: { failed: 'failed_attempts', at: 'attempted_at' },
  second_factor: { failed: 'factor_failed_attempts', at: 'factor_attempted_at' },
} as const satisfies Record<Counter, { failed: keyof UserAttributes; at: keyof UserAttributes }>

type Columns = (typeof counterColumns)[Counter]
type Attempts = Pick<UserAttributes, Columns['failed'] | Columns['at']>

/** What a user is without a failure. */
export const noFailures: Attempts = {
  failed_attempts: 0,
  attempted_at: null,
  factor_failed_attempts: 0,
  factor_attempted_at: null,
}

/** When a lock that begins now ends. */
export const lockedUntil = (settings: Lockout, now: number): number =>
  settings.duration_in_minutes === null ? forever : now + settings.duration_in_minutes * 60_000

export interface LockState {
  readonly locked: boolean
  /** Whole seconds, rounded up; null when not locked or locked for ever. */
  readonly lockout_expires_in_seconds: number | null
  /** Of the counter that has fewer left; null when the instance has no lockout. */
  readonly verification_attempts_remaining: number | null
}

/** When the lock by failures ends that the last attempt has brought about; null while some are left. */
function failuresEndAt(attempts: Attempts, counter: Counter, settings: Lockout): number | null {
  const { failed, at } = counterColumns[counter]
  return attempts[failed] >= settings.max_attempts ? lockedUntil(settings, attempts[at] ?? 0) : null
}

/** Wrong attempts that count now: when a lock by failures has ended, they all have been paid for. */
export function countedAttempts(
  attempts: Attempts,
  counter: Counter,
  settings: Lockout,
  now: number,
): number {
  const endsAt = failuresEndAt(attempts, counter, settings)
  return endsAt !== null && endsAt <= now ? 0 : attempts[counterColumns[counter].failed]
}

/**
 * The lock as it is at this moment, by an administrator or by failures: it ends by itself, so it is computed
 * at every read. The time left never exceeds the instance's duration, so that a clock set back lengthens no lock.
 */
export function lockState(
  user: Pick<UserAttributes, 'locked_until'> & Attempts,
  settings: Lockout,
  now: number,
): LockState {
  if (!settings.enabled)
    return { locked: false, lockout_expires_in_seconds: null, verification_attempts_remaining: null }
  const ends = counters.map((counter) => failuresEndAt(user, counter, settings) ?? 0)
  const until = Math.max(user.locked_until ?? 0, ...ends)
  const locked = until > now
  const leftMs = locked && until !== forever ? Math.min(lockedUntil(settings, now), until) - now : null
  return {
    locked,
    lockout_expires_in_seconds: leftMs === null ? null : Math.ceil(leftMs / 1000),
    verification_attempts_remaining: Math.max(
      0,
      settings.max_attempts -
        Math.max(...counters.map((counter) => countedAttempts(user, counter, settings, now))),
    ),
  }
}
