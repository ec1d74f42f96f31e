import type { Settings } from '#server/settings/settings.ts'
import { forever, type UserAttributes } from './user.ts'

type Lockout = Settings['user_lockout']

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

/**
 * The lock as it is at this moment: it ends by itself, so it is computed at every read. The time left
 * never exceeds the instance's duration, so that a clock set back lengthens no lock.
 */
export function lockState(
  user: Pick<UserAttributes, 'locked_until' | 'failed_attempts'>,
  settings: Lockout,
  now: number,
): LockState {
  if (!settings.enabled)
    return { locked: false, lockout_expires_in_seconds: null, verification_attempts_remaining: null }
  const attempts = Math.max(0, settings.max_attempts - user.failed_attempts)
  const until = user.locked_until
  const locked = until !== null && until > now
  const leftMs = locked && until !== forever ? Math.min(lockedUntil(settings, now), until) - now : null
  return {
    locked,
    lockout_expires_in_seconds: leftMs === null ? null : Math.ceil(leftMs / 1000),
    verification_attempts_remaining: attempts,
  }
}
