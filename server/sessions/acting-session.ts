import { Refusal } from '#server/refusal.ts'
import type { World } from '#server/world.ts'
import type { Client, Session } from './session.ts'
import { isLive } from './session-status.ts'

/** The live session of the client that a request acts for: the one it names or, unnamed, the last active one. */
export async function actingSession(
  world: World,
  client: Client,
  named: string | undefined,
): Promise<Session> {
  const id = named || client.last_active_session_id
  const session = id ? await world.sessions.find(id) : undefined
  if (!session || session.client_id !== client.id || !isLive(session, world.now()))
    throw new Refusal('authentication_invalid')
  return session
}

/** A live session of the client that a path names. */
export async function ownSession(world: World, client: Client, id: string): Promise<Session> {
  const session = await world.sessions.find(id)
  if (!session || session.client_id !== client.id || !isLive(session, world.now()))
    throw new Refusal('session_not_found', { id })
  return session
}
