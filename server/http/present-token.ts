import type { Static } from 'typebox'
import type { JWKS } from '#contract/jwks/get-jwks.ts'
import type { JWTTemplate, Token } from '#contract/jwt-templates/jwt-template.ts'
import type { listJWTTemplates } from '#contract/jwt-templates/list-jwt-templates.ts'
import type { refreshSession } from '#contract/sessions/refresh-session.ts'
import type { TestingToken } from '#contract/testing-tokens/create-testing-token.ts'
import type { JwtTemplate } from '#server/jwt-templates/jwt-template.ts'
import type { JwtTemplateList } from '#server/jwt-templates/list-jwt-templates.ts'
import type { RefreshedSession } from '#server/sessions/refresh-session.ts'
import type { World } from '#server/world.ts'
import { sessionCookies } from './frontend/client-cookies.ts'
import { pageOr } from './present-session.ts'
import type { AnswerText } from './route.ts'

export const presentKeySet = (keys: readonly string[]): AnswerText<Static<typeof JWKS>> =>
  `{"keys":[${keys.join(',')}]}`

export const presentToken = (jwt: string): AnswerText<Static<typeof Token>> =>
  JSON.stringify({ object: 'token', jwt })

export const presentRefreshed = (
  { jwt, cookiesFor }: RefreshedSession,
  world: World,
): AnswerText<Static<typeof refreshSession.result>> =>
  cookiesFor === undefined
    ? presentToken(jwt)
    : JSON.stringify({ object: 'cookies', cookies: sessionCookies(world, jwt, cookiesFor) })

type Testing = Static<typeof TestingToken>
export const presentTestingToken = (token: Readonly<Testing>): AnswerText<Testing> => JSON.stringify(token)

type Template = Static<typeof JWTTemplate>

/** The claims are copied in as the text that they are stored as; the key stays where it is. */
export function presentTemplate(template: JwtTemplate): AnswerText<Template> {
  const { id, name, claims, lifetime, allowed_clock_skew, signing_algorithm } = template
  const head = JSON.stringify({ object: 'jwt_template', id, name }).slice(0, -1)
  const tail = JSON.stringify({
    lifetime,
    allowed_clock_skew,
    custom_signing_key: template.signing_key !== null,
    signing_algorithm,
    created_at: template.created_at,
    updated_at: template.updated_at,
  } satisfies Omit<Template, 'object' | 'id' | 'name' | 'claims'>).slice(1)
  return `${head},"claims":${claims},${tail}`
}

export const presentTemplates = ({
  templates,
  total,
}: JwtTemplateList): AnswerText<Static<typeof listJWTTemplates.result>> =>
  pageOr(`[${templates.map(presentTemplate).join(',')}]`, total)
