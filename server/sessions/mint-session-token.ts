import { type ApiVersion, sessionTokensHaveVersion } from '#contract/api-version.ts'
import type { User } from '#server/users/user.ts'
import type { World } from '#server/world.ts'
import { factorAges } from './factor-ages.ts'
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
