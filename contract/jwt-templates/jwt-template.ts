import { Type } from 'typebox'
import { flag, JsonObject, Milliseconds, named, nullable, words } from '../shapes.ts'

const algorithms = ['RS256', 'RS384', 'RS512', 'HS256', 'HS384', 'HS512'] as const
export type TemplateAlgorithm = (typeof algorithms)[number]

/** Claims that every token has and no template may set. */
export const reservedClaims = ['azp', 'exp', 'iat', 'iss', 'jti', 'nbf', 'sub']

export const lifetimeDefault = 60
export const clockSkewDefault = 5

export const JWTTemplate = named(
  'JWTTemplate',
  Type.Object(
    {
      object: words(['jwt_template']),
      id: Type.String(),
      name: Type.String({ description: 'Names the template where a token of it is asked for.' }),
      claims: JsonObject('The claims, with their shortcodes.'),
      lifetime: Type.Integer({ description: 'Seconds that a token lives.' }),
      allowed_clock_skew: Type.Integer({
        description: 'Seconds by which `nbf` lies before `iat`, for verifiers whose clock is behind.',
      }),
      custom_signing_key: Type.Boolean({
        description: 'Whether a key of its own signs. The key itself is in no answer.',
      }),
      signing_algorithm: Type.String(),
      created_at: Milliseconds('When it was created.'),
      updated_at: Milliseconds('When it was last changed.'),
    },
    { additionalProperties: false },
  ),
)

export const JWTTemplatePage = named(
  'JWTTemplatePage',
  Type.Object(
    {
      data: Type.Array(JWTTemplate),
      total_count: Type.Integer({ minimum: 0, description: 'Of all pages together.' }),
    },
    { additionalProperties: false },
  ),
)

/** The path of every operation on one template. */
export const TemplatePath = Type.Object({
  template_id: Type.String({ description: 'The id of the template: `jtmp_…`.' }),
})

/** Tokens live from half a minute to ten years. */
const lifetimeBounds = { minimum: 30, maximum: 315_360_000 }

export const nameOfTemplate = Type.String({
  minLength: 1,
  maxLength: 255,
  description: 'Letters, digits, `_` and `-`; no other template may have it.',
})
export const claimsOfTemplate = JsonObject(
  `At most 8192 bytes. Strings may hold shortcodes such as \`{{user.id}}\`. Reserved: ${reservedClaims.join(', ')}.`,
)

export const templateSettings = {
  lifetime: Type.Optional(
    nullable(Type.Integer({ ...lifetimeBounds, description: `Seconds. ${lifetimeDefault} unless given.` })),
  ),
  allowed_clock_skew: Type.Optional(
    nullable(
      Type.Integer({ minimum: 0, maximum: 300, description: `Seconds. ${clockSkewDefault} unless given.` }),
    ),
  ),
  custom_signing_key: flag('Sign with `signing_key` instead of the key of the instance.'),
  signing_algorithm: Type.Optional(
    nullable(words([...algorithms], { description: 'Required with `custom_signing_key`.' })),
  ),
  signing_key: Type.Optional(
    nullable(
      Type.String({
        format: 'password',
        maxLength: 16_384,
        description:
          'Required with `custom_signing_key`: an RSA private key in PEM form, or for `HS…` a secret no shorter than its hash.',
      }),
    ),
  ),
}

/** Seconds for which a token shall live, in place of the usual ones. */
export const expiresInSeconds = Type.Optional(
  nullable(Type.Integer({ ...lifetimeBounds, description: 'Seconds that the token lives.' })),
)

export const Token = named(
  'Token',
  Type.Object(
    { object: words(['token']), jwt: Type.String({ description: 'A signed JWT.' }) },
    { additionalProperties: false },
  ),
)

export const templateRefusals = [
  'form_param_nil',
  'form_param_max_length_exceeded',
  'form_param_value_too_large',
  'form_param_format_invalid',
  'form_param_exceeds_allowed_size',
  'form_conditional_param_missing',
  'form_conditional_param_disallowed',
  'form_identifier_exists',
  'jwt_template_reserved_claim',
] as const
