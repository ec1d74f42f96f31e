import type { verifyClient as contract } from '#contract/clients/verify-client.ts'
import type { Input } from '#contract/operation.ts'
import { Refusal } from '#server/refusal.ts'
import type { World } from '#server/world.ts'
import { clientOf } from './client-call.ts'
import { type ClientWithSessions, getClient } from './get-client.ts'
import { readLiveToken } from './read-session-token.ts'
import { isLive } from './session-status.ts'

/** The client of a live session, by a token of it. */
async function clientOfSession(world: World, token: string): Promise<string | undefined> {
  const claims = await readLiveToken(world, token)
  const session = claims && (await world.sessions.find(claims.sid))
  return session && isLive(session, world.now()) ? session.client_id : undefined
}

export async function verifyClient(
  world: World,
  { token }: Input<typeof contract>,
): Promise<ClientWithSessions> {
  const client_id = (await clientOf(world, token))?.id ?? (await clientOfSession(world, token))
  if (client_id === undefined) throw new Refusal('client_token_invalid', { param: 'token' })
  return getClient(world, { client_id })
}
