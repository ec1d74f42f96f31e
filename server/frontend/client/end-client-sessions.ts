import { type ClientCall, changeClient } from '#server/sessions/client-call.ts'
import { isLive } from '#server/sessions/session-status.ts'
import { eventOf, type World } from '#server/world.ts'

/** Ends whatever is live on the client of the call. */
export async function endClientSessions(world: World, call: ClientCall): Promise<void> {
  const now = world.now()
  for (const session of await world.sessions.ofClient(call.client!.id)) {
    if (!isLive(session, now)) continue
    const event = eventOf(call, 'session.removed', session.id, now, { user_id: session.user_id })
    await world.sessions.end(session.id, 'removed', now, event)
  }
  await changeClient(world, call, { last_active_session_id: null, sign_in_id: null, sign_up_id: null })
  call.changedAt = 0
}
