import { renderClaims } from '#server/jwt-templates/render-claims.ts'
import { shortcodesOf } from '#server/jwt-templates/shortcodes.ts'
import { openTemplateKey } from '#server/jwt-templates/template-key.ts'
import { membershipIn } from '#server/organizations/own-memberships.ts'
import { Refusal } from '#server/refusal.ts'
import type { User } from '#server/users/user.ts'
import type { World } from '#server/world.ts'
import type { Session } from './session.ts'
import { refuseDead, registeredClaims, signAsInstance, signText, tokenClass } from './sign-token.ts'

export interface TemplateTokenOptions {
  /** The origin of the page that asks. */
  readonly azp?: string | undefined
  readonly expiresInSeconds?: number | undefined
}

/** A token with claims of the app's choice, for services that know nothing of sessions: it names none. */
export async function mintTemplateToken(
  world: World,
  session: Session,
  user: User,
  templateName: string,
  options: TemplateTokenOptions = {},
): Promise<string> {
  const nowMs = world.now()
  refuseDead(session, user, nowMs)
  const template = await world.jwtTemplates.findByName(templateName)
  if (!template) throw new Refusal('resource_not_found', { resource: 'JWT template', id: templateName })
  const claims = registeredClaims(world, session, options.azp, {
    nowMs,
    lifetimeSeconds: options.expiresInSeconds ?? template.lifetime,
    skewSeconds: template.allowed_clock_skew,
  })
  const active = await membershipIn(world, user, session.last_active_organization_id)
  const own = renderClaims(template.claims, shortcodesOf(world, user, session, active))
  const registered = JSON.stringify(claims)
  const text = own === '{}' ? registered : `${registered.slice(0, -1)},${own.slice(1)}`
  const key = openTemplateKey(world.vault, template)
  if (!key) return signAsInstance(world, tokenClass.template, text, claims.exp)
  return signText(text, { alg: template.signing_algorithm, cat: tokenClass.template, typ: 'JWT' }, key)
}
