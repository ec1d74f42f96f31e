import type { Input } from '#contract/operation.ts'
import type { verifySession as contract } from '#contract/sessions/verify-session.ts'
import { Refusal } from '#server/refusal.ts'
import type { World } from '#server/world.ts'
import { getSession } from './get-session.ts'
import { readLiveToken } from './read-session-token.ts'
import type { Session } from './session.ts'
import { mayHaveToken } from './sign-token.ts'

/** The session as it is now: one that has ended since the token was signed is refused. */
export async function verifySession(world: World, input: Input<typeof contract>): Promise<Session> {
  const session = await getSession(world, input)
  const claims = await readLiveToken(world, input.token)
  if (claims?.sid !== session.id) throw new Refusal('session_token_invalid', { param: 'token' })
  const user = await world.users.find(session.user_id)
  if (!user || !mayHaveToken(session, user, world.now())) throw new Refusal('session_over')
  return session
}
