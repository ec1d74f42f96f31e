import { type ClientCall, changeClient } from '#server/sessions/client-call.ts'
import { isLive } from '#server/sessions/session-status.ts'
import type { World } from '#server/world.ts'

/** After sessions have ended elsewhere than on the client: it forgets the active one, and pages hear when none is left. */
export async function tellSignOut(world: World, call: ClientCall): Promise<void> {
  const now = world.now()
  const { id, last_active_session_id: last } = call.client!
  const live = (await world.sessions.ofClient(id)).filter((session) => isLive(session, now))
  if (last !== null && !live.some((session) => session.id === last))
    await changeClient(world, call, { last_active_session_id: null })
  if (live.length === 0) call.changedAt = 0
}
