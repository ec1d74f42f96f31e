import { type ApiVersion, sessionTokensHaveVersion } from '#contract/api-version.ts'
import type { User } from '#server/users/user.ts'
import type { World } from '#server/world.ts'
import type { Session } from './session.ts'
import { refuseDead, registeredClaims, signAsInstance, tokenClass } from './sign-token.ts'

const lifetimeSeconds = 60
const skewSeconds = 10

export interface SessionTokenOptions {
  /** The origin of the page that asks. */
  readonly azp?: string | undefined
  readonly expiresInSeconds?: number | undefined
  readonly apiVersion: ApiVersion
}

const minutesSince = (at: number, now: number) => Math.max(0, Math.floor((now - at) / 60_000))

/** How long ago the factors were given; -1 for one that was not. */
const factorAges = ({ first_factor_at, second_factor_at }: Session, now: number) => [
  minutesSince(first_factor_at, now),
  second_factor_at === null ? -1 : minutesSince(second_factor_at, now),
]

/** The token that shows an app's backend who is signed in. Refuses a session that has ended and a banned user. */
export async function mintSessionToken(
  world: World,
  session: Session,
  user: User,
  options: SessionTokenOptions,
): Promise<string> {
  const nowMs = world.now()
  refuseDead(session, user, nowMs)
  const claims = {
    ...registeredClaims(world, session, options.azp, {
      nowMs,
      lifetimeSeconds: options.expiresInSeconds ?? lifetimeSeconds,
      skewSeconds,
    }),
    fva: factorAges(session, nowMs),
    sid: session.id,
    sts: 'active',
  }
  const { jti, ...older } = claims
  const isVersioned = options.apiVersion >= sessionTokensHaveVersion
  const text = JSON.stringify(isVersioned ? { ...older, jti, v: 2 } : older)
  const told = session.actor === null ? text : `${text.slice(0, -1)},"act":${session.actor}}`
  return signAsInstance(world, tokenClass.session, told, claims.exp)
}
