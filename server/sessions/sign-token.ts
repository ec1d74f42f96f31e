import { randomBytes } from 'node:crypto'
import { type CompactJWSHeaderParameters, CompactSign } from 'jose'
import { Refusal } from '#server/refusal.ts'
import type { User } from '#server/users/user.ts'
import type { World } from '#server/world.ts'
import type { Session } from './session.ts'
import { isLive } from './session-status.ts'

/** What a token is for, in its header: a template's token is no session's, whatever its claims are called. */
export const tokenClass = { session: 'cl_B7d4PD111AAA', template: 'cl_B7d4PD222AAA' } as const

/** What the publishable key encodes, and `https` also where a server is tried out over http: clients compare texts. */
const issuerOf = (world: World) => `https://${new URL(world.publicUrl).host}`

export interface TokenTimes {
  readonly nowMs: number
  readonly lifetimeSeconds: number
  /** A clock that is so far behind takes the token already. */
  readonly skewSeconds: number
}

/** What every token of a session says; `azp` only where the origin of the request is known. */
export function registeredClaims(
  world: World,
  session: Session,
  azp: string | undefined,
  { nowMs, lifetimeSeconds, skewSeconds }: TokenTimes,
) {
  const iat = Math.floor(nowMs / 1000)
  return {
    ...(azp === undefined ? {} : { azp }),
    exp: iat + lifetimeSeconds,
    iat,
    iss: issuerOf(world),
    jti: randomBytes(10).toString('hex'),
    nbf: iat - skewSeconds,
    sub: session.user_id,
  }
}

/** A lock keeps people from signing in, not those who have. */
export const mayHaveToken = (session: Session, user: User, now: number): boolean =>
  isLive(session, now) && !user.banned && user.id === session.user_id

/** Asked by all that mint, so that no way in forgets it. */
export function refuseDead(session: Session, user: User, now: number): void {
  if (mayHaveToken(session, user, now)) return
  throw new Refusal('resource_not_found', { resource: 'session', id: session.id })
}

/** The claims are text, so that numbers and the order of keys in metadata survive. */
export const signText = (
  claims: string,
  header: CompactJWSHeaderParameters,
  key: Parameters<CompactSign['sign']>[0],
): Promise<string> => new CompactSign(new TextEncoder().encode(claims)).setProtectedHeader(header).sign(key)

/** Signs with the key of the instance. `exp` is that of the claims, in seconds. */
export async function signAsInstance(
  world: World,
  cat: (typeof tokenClass)[keyof typeof tokenClass],
  claims: string,
  exp: number,
): Promise<string> {
  const { kid, key } = await world.signingKeys.signer(exp * 1000)
  return signText(claims, { alg: 'RS256', cat, kid, typ: 'JWT' }, key)
}
