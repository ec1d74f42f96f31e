import { Refusal } from '#server/refusal.ts'
import { ownSession } from '#server/sessions/acting-session.ts'
import type { ClientCall } from '#server/sessions/client-call.ts'
import type { Session } from '#server/sessions/session.ts'
import { refuseBanned } from '#server/users/bans.ts'
import type { User } from '#server/users/user.ts'
import type { World } from '#server/world.ts'

/** A session with its user, as answers show it. */
export interface SeenSession {
  readonly session: Session
  readonly user: User
}

/** The user of a session; one who is gone or banned has none. */
export async function withUser(world: World, session: Session): Promise<SeenSession> {
  const user = await world.users.find(session.user_id)
  if (!user) throw new Refusal('session_not_found', { id: session.id })
  refuseBanned(user)
  return { session, user }
}

/** A live session of the client that a path names, with its user. */
export async function seenSession(world: World, call: ClientCall, id: string): Promise<SeenSession> {
  return withUser(world, await ownSession(world, call.client!, id))
}
