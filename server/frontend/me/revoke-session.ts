import type { FrontendInput } from '#contract/frontend/frontend-operation.ts'
import type { revokeSession as contract } from '#contract/frontend/me/revoke-session.ts'
import { Refusal } from '#server/refusal.ts'
import type { ClientCall } from '#server/sessions/client-call.ts'
import { eventOf, type World } from '#server/world.ts'
import type { SeenSession } from '../sessions/seen-session.ts'
import { actingUser } from './acting-user.ts'
import { tellSignOut } from './tell-sign-out.ts'

/** On any client, also on that of a thief. That of another user reads as one that does not exist. */
export async function revokeSession(
  world: World,
  { session_id: id }: FrontendInput<typeof contract>,
  call: ClientCall,
): Promise<SeenSession> {
  const user = await actingUser(world, call)
  const session = await world.sessions.find(id)
  const now = world.now()
  const event = eventOf(call, 'session.revoked', id, now, { user_id: user.id })
  const isOwn = session?.user_id === user.id
  const revoked = isOwn ? await world.sessions.end(id, 'revoked', now, event) : undefined
  if (!revoked) throw new Refusal('session_not_found', { id })
  await tellSignOut(world, call)
  return { session: revoked, user }
}
