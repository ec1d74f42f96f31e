import type { Settings } from '#server/settings/settings.ts'
import { forever, type UserAttributes } from './user.ts'

type Lockout = Pick<Settings['user_lockout'], 'enabled' | 'max_attempts' | 'duration_in_minutes'>
type Attempts = Pick<UserAttributes, 'failed_attempts' | 'attempted_at'>

/** When a lock that begins now ends. */
export const lockedUntil = (settings: Lockout, now: number): number =>
  settings.duration_in_minutes === null ? forever : now + settings.duration_in_minutes * 60_000

export interface LockState {
  readonly locked: boolean
  /** Whole seconds, rounded up; null when not locked or locked for ever. */
  readonly lockout_expires_in_seconds: number | null
  /** Null when the instance has no lockout. */
  readonly verification_attempts_remaining: number | null
}

const usedUp = (attempts: Attempts, settings: Lockout) => attempts.failed_attempts >= settings.max_attempts

/** When the lock by failures ends that the last attempt has brought about; null while some are left. */
const failuresEndAt = (attempts: Attempts, settings: Lockout): number | null =>
  usedUp(attempts, settings) ? lockedUntil(settings, attempts.attempted_at ?? 0) : null

/** Wrong attempts that count now: when a lock by failures has ended, they all have been paid for. */
export function countedAttempts(attempts: Attempts, settings: Lockout, now: number): number {
  const endsAt = failuresEndAt(attempts, settings)
  return endsAt !== null && endsAt <= now ? 0 : attempts.failed_attempts
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
  const until = Math.max(user.locked_until ?? 0, failuresEndAt(user, settings) ?? 0)
  const locked = until > now
  const leftMs = locked && until !== forever ? Math.min(lockedUntil(settings, now), until) - now : null
  return {
    locked,
    lockout_expires_in_seconds: leftMs === null ? null : Math.ceil(leftMs / 1000),
    verification_attempts_remaining: Math.max(
      0,
      settings.max_attempts - countedAttempts(user, settings, now),
    ),
  }
}
