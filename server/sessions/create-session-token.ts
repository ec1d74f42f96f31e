import type { Input } from '#contract/operation.ts'
import type { createSessionToken as contract } from '#contract/sessions/create-session-token.ts'
import type { Call, World } from '#server/world.ts'
import { mintSessionToken } from './mint-session-token.ts'
import { sessionOfToken } from './session-of-token.ts'

export async function createSessionToken(
  world: World,
  input: Input<typeof contract>,
  { apiVersion }: Call,
): Promise<string> {
  const { session, user } = await sessionOfToken(world, input.session_id)
  const expiresInSeconds = input.expires_in_seconds ?? undefined
  return mintSessionToken(world, session, user, { expiresInSeconds, apiVersion })
}
