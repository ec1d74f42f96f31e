import { type ClientCall, forgetClient } from '#server/sessions/client-call.ts'
import type { World } from '#server/world.ts'
import { endClientSessions } from './end-client-sessions.ts'

/** Signs everybody out and takes the token of the client away: nothing of it works any more. */
export async function deleteClientSessions(
  world: World,
  _input: object,
  call: ClientCall,
): Promise<undefined> {
  await endClientSessions(world, call)
  await forgetClient(world, call)
}
