import type { FrontendInput } from '#contract/frontend/frontend-operation.ts'
import type { createSessionToken as contract } from '#contract/frontend/sessions/create-session-token.ts'
import type { ClientCall } from '#server/sessions/client-call.ts'
import { mintSessionToken } from '#server/sessions/mint-session-token.ts'
import type { World } from '#server/world.ts'
import { chosenOrganization } from './chosen-organization.ts'
import { seenSession } from './seen-session.ts'

/** A session token for the page that asks; for another organization than the active one, where one is named. */
export async function createSessionToken(
  world: World,
  input: FrontendInput<typeof contract>,
  call: ClientCall,
): Promise<string> {
  const { session, user } = await seenSession(world, call, input.session_id)
  const organizationId = await chosenOrganization(world, user.id, input.organization_id)
  const { origin: azp, apiVersion } = call
  return mintSessionToken(world, session, user, { azp, apiVersion, organizationId })
}
