import type { Settings } from '#server/settings/settings.ts'

const withoutTimeoutMs = 30 * 24 * 60 * 60_000

/** When a session that was used just now ends unless it is used again; without a timeout, never before it expires. */
export function abandonedAt({ sessions }: Pick<Settings, 'sessions'>, now: number, expireAt: number): number {
  const minutes = sessions.inactivity_timeout_in_minutes
  return minutes === null ? Math.max(expireAt, now + withoutTimeoutMs) : now + minutes * 60_000
}
