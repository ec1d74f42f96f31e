import { type ApiVersion, sessionTokensHaveVersion } from '#contract/api-version.ts'
import { standingIn } from '#server/organizations/standing-in.ts'
import type { User } from '#server/users/user.ts'
import type { World } from '#server/world.ts'
import { factorAges } from './factor-ages.ts'
import { flatOrganizationClaims, organizationClaims } from './organization-claims.ts'
import type { Session } from './session.ts'
import { refuseDead, registeredClaims, signAsInstance, tokenClass } from './sign-token.ts'

const lifetimeSeconds = 60
const skewSeconds = 10

export interface SessionTokenOptions {
  /** The origin of the page that asks. */
  readonly azp?: string | undefined
  readonly expiresInSeconds?: number | undefined
  readonly apiVersion: ApiVersion
  /** In the place of the organization that the session is active in; null for none. */
  readonly organizationId?: string | null | undefined
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
  const { organizationId = session.last_active_organization_id } = options
  const standing = await standingIn(world, user.id, organizationId)
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
  const told =
    options.apiVersion >= sessionTokensHaveVersion
      ? { ...older, jti, v: 2, ...(standing && organizationClaims(standing)) }
      : { ...older, ...(standing && flatOrganizationClaims(standing)) }
  const text = JSON.stringify(told)
  const whole = session.actor === null ? text : `${text.slice(0, -1)},"act":${session.actor}}`
  return signAsInstance(world, tokenClass.session, whole, claims.exp)
}
