import type { Input } from '#contract/operation.ts'
import type { revokeSession as contract } from '#contract/sessions/revoke-session.ts'
import { type Call, eventOf, type World } from '#server/world.ts'
import { getSession } from './get-session.ts'
import type { Session } from './session.ts'

/** One that has ended keeps the word for how it did. */
export async function revokeSession(
  world: World,
  input: Input<typeof contract>,
  call: Call,
): Promise<Session> {
  const now = world.now()
  const { id, user_id, updated_at } = await getSession(world, input)
  const at = Math.max(now, updated_at)
  const event = eventOf(call, 'session.revoked', id, at, { user_id })
  return (await world.sessions.end(id, 'revoked', at, event)) ?? getSession(world, input)
}
