import type { FrontendInput } from '#contract/frontend/frontend-operation.ts'
import type { createSessionTokenWithTemplate as contract } from '#contract/frontend/sessions/create-session-token-with-template.ts'
import type { ClientCall } from '#server/sessions/client-call.ts'
import { mintTemplateToken } from '#server/sessions/mint-template-token.ts'
import type { World } from '#server/world.ts'
import { seenSession } from './seen-session.ts'

/** A token with the claims of a template. */
export async function createSessionTokenWithTemplate(
  world: World,
  input: FrontendInput<typeof contract>,
  call: ClientCall,
): Promise<string> {
  const { session, user } = await seenSession(world, call, input.session_id)
  return mintTemplateToken(world, session, user, input.template_name, { azp: call.origin })
}
