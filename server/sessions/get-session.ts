import type { Input } from '#contract/operation.ts'
import type { getSession as contract } from '#contract/sessions/get-session.ts'
import { Refusal } from '#server/refusal.ts'
import type { World } from '#server/world.ts'
import type { Session } from './session.ts'

export async function getSession(world: World, input: Input<typeof contract>): Promise<Session> {
  const session = await world.sessions.find(input.session_id)
  if (!session) throw new Refusal('session_not_found', { id: input.session_id })
  return session
}
