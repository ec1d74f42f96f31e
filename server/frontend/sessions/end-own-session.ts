import { Refusal } from '#server/refusal.ts'
import { type ClientCall, changeClient } from '#server/sessions/client-call.ts'
import { isLive } from '#server/sessions/session-status.ts'
import { eventOf, type World } from '#server/world.ts'
import { type SeenSession, seenSession } from './seen-session.ts'

/** Signs the user of one session out; of two who do it at once, one finds the session gone. */
export async function endOwnSession(
  world: World,
  call: ClientCall,
  id: string,
  status: 'ended' | 'removed',
): Promise<SeenSession> {
  const { session, user } = await seenSession(world, call, id)
  const now = world.now()
  const event = eventOf(call, `session.${status}`, id, now, { user_id: user.id })
  const ended = await world.sessions.end(session.id, status, now, event)
  if (!ended) throw new Refusal('session_not_found', { id })
  if (call.client!.last_active_session_id === id)
    await changeClient(world, call, { last_active_session_id: null })
  const others = await world.sessions.ofClient(call.client!.id)
  if (!others.some((other) => isLive(other, now))) call.changedAt = 0
  return { session: ended, user }
}
