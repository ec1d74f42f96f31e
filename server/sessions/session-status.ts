import type { Session, SessionStatus } from './session.ts'

/** `expired` and `abandoned` are never stored: they follow from the times, whichever comes first. */
export type StatusAtRead = SessionStatus | 'expired' | 'abandoned'

export function statusOf(
  session: Pick<Session, 'status' | 'expire_at' | 'abandon_at'>,
  now: number,
): StatusAtRead {
  const { status, expire_at, abandon_at } = session
  if (status !== 'active' || Math.min(expire_at, abandon_at) > now) return status
  return expire_at <= abandon_at ? 'expired' : 'abandoned'
}

export const isLive = (session: Parameters<typeof statusOf>[0], now: number): boolean =>
  statusOf(session, now) === 'active'
