import { Refusal } from '#server/refusal.ts'
import type { User } from '#server/users/user.ts'
import type { World } from '#server/world.ts'
import type { Session } from './session.ts'

/** Whom a token is asked for. Whether they may have one is for those to say who mint. */
export async function sessionOfToken(world: World, id: string): Promise<{ session: Session; user: User }> {
  const session = await world.sessions.find(id)
  const user = session && (await world.users.find(session.user_id))
  if (!session || !user) throw new Refusal('resource_not_found', { resource: 'session', id })
  return { session, user }
}
