import type { FrontendInput } from '#contract/frontend/frontend-operation.ts'
import type { touchSession as contract } from '#contract/frontend/sessions/touch-session.ts'
import { Refusal } from '#server/refusal.ts'
import { type ClientCall, changeClient } from '#server/sessions/client-call.ts'
import { touchSession as touch } from '#server/sessions/touch-session.ts'
import type { World } from '#server/world.ts'
import { chosenOrganization } from './chosen-organization.ts'
import { type SeenSession, seenSession, withUser } from './seen-session.ts'

/** Marks a session as in use, and as the one that is active on its client, in the organization that is named. */
export async function touchSession(
  world: World,
  input: FrontendInput<typeof contract>,
  call: ClientCall,
): Promise<SeenSession> {
  const { session_id: id, active_organization_id: named } = input
  const { user } = await seenSession(world, call, id)
  const session = await touch(world, id, call.activity, await chosenOrganization(world, user.id, named))
  if (!session) throw new Refusal('session_not_found', { id })
  if (call.client!.last_active_session_id !== id)
    await changeClient(world, call, { last_active_session_id: id })
  return withUser(world, session)
}
