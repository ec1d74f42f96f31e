import type { Input } from '#contract/operation.ts'
import type { refreshSession as contract } from '#contract/sessions/refresh-session.ts'
import { Refusal } from '#server/refusal.ts'
import type { Call, World } from '#server/world.ts'
import { mintSessionToken } from './mint-session-token.ts'
import { readSessionToken } from './read-session-token.ts'
import { isRefreshTokenOf } from './refresh-token.ts'
import { mayHaveToken } from './sign-token.ts'

/** A session token, and how the caller wants it. */
export interface RefreshedSession {
  readonly jwt: string
  /** The page's origin, where directives of cookies are asked for. */
  readonly cookiesFor: string | undefined
}

/** The caller says which page asked; the token is for that page only where it is one of ours. */
const azpOf = ({ publicUrl, settings }: World, origin: string) =>
  origin === publicUrl || settings.allowed_origins.includes(origin) ? origin : undefined

/** Proves by both tokens that the browser holds the session. Every 401 sends it through the longer way. */
export async function refreshSession(
  world: World,
  input: Input<typeof contract>,
  { apiVersion }: Call,
): Promise<RefreshedSession> {
  const claims = await readSessionToken(world, input.expired_token)
  if (claims?.sid !== input.session_id) throw new Refusal('session_token_invalid', { param: 'expired_token' })
  const session = await world.sessions.find(input.session_id)
  if (!session || !isRefreshTokenOf(world, session, input.refresh_token))
    throw new Refusal('refresh_token_invalid', { param: 'refresh_token' })
  const user = await world.users.find(session.user_id)
  if (!user || !mayHaveToken(session, user, world.now())) throw new Refusal('session_over')
  const jwt = await mintSessionToken(world, session, user, {
    azp: azpOf(world, input.request_origin),
    apiVersion,
  })
  return { jwt, cookiesFor: input.format === 'cookie' ? input.request_origin : undefined }
}
