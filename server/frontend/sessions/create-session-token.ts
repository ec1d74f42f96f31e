import type { FrontendInput } from '#contract/frontend/frontend-operation.ts'
import type { createSessionToken as contract } from '#contract/frontend/sessions/create-session-token.ts'
import { Refusal } from '#server/refusal.ts'
import type { ClientCall } from '#server/sessions/client-call.ts'
import { mintSessionToken } from '#server/sessions/mint-session-token.ts'
import type { World } from '#server/world.ts'
import { seenSession } from './seen-session.ts'

/** A session token for the page that asks. */
export async function createSessionToken(
  world: World,
  input: FrontendInput<typeof contract>,
  call: ClientCall,
): Promise<string> {
  if (input.organization_id) throw new Refusal('form_resource_not_found', { param: 'organization_id' })
  const { session, user } = await seenSession(world, call, input.session_id)
  return mintSessionToken(world, session, user, { azp: call.origin, apiVersion: call.apiVersion })
}
