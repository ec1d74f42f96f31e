import { Refusal } from '#server/refusal.ts'
import type { World } from '#server/world.ts'
import type { ClientCall } from './client-call.ts'
import { isLive } from './session-status.ts'

/** Those who are signed in on the client of the call. */
async function signedInUsers(world: World, call: ClientCall): Promise<string[]> {
  if (!call.client) return []
  const now = world.now()
  const sessions = await world.sessions.ofClient(call.client.id)
  return sessions.filter((session) => isLive(session, now)).map(({ user_id }) => user_id)
}

/** Throws in single-session mode where somebody is signed in; answers who is. */
export async function refuseSecondSession(world: World, call: ClientCall): Promise<string[]> {
  const signedIn = await signedInUsers(world, call)
  if (signedIn.length > 0 && world.settings.sessions.single_session_mode) throw new Refusal('session_exists')
  return signedIn
}
