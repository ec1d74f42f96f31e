import type { Input } from '#contract/operation.ts'
import type { createSessionTokenFromTemplate as contract } from '#contract/sessions/create-session-token-from-template.ts'
import type { World } from '#server/world.ts'
import { mintTemplateToken } from './mint-template-token.ts'
import { sessionOfToken } from './session-of-token.ts'

export async function createSessionTokenFromTemplate(
  world: World,
  input: Input<typeof contract>,
): Promise<string> {
  const { session, user } = await sessionOfToken(world, input.session_id)
  const expiresInSeconds = input.expires_in_seconds ?? undefined
  return mintTemplateToken(world, session, user, input.template_name, { expiresInSeconds })
}
