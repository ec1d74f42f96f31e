import type { ClientCall } from '#server/sessions/client-call.ts'
import type { Client } from '#server/sessions/session.ts'
import type { World } from '#server/world.ts'
import { endClientSessions } from '../client/end-client-sessions.ts'

/** Signs everybody out; the client stays. */
export async function removeClientSessionsAndRetainCookie(
  world: World,
  _input: object,
  call: ClientCall,
): Promise<Client> {
  await endClientSessions(world, call)
  return call.client!
}
