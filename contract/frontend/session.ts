import { type Static, Type } from 'typebox'
import { JsonObject, Milliseconds, named, nullable, words } from '../shapes.ts'
import { PublicUserData } from './public-user-data.ts'
import { User } from './user.ts'

const closed = { additionalProperties: false }

export const Token = named(
  'Token',
  Type.Object(
    { object: words(['token']), jwt: Type.String({ description: 'A signed JSON Web Token.' }) },
    closed,
  ),
)

/** As in answers to the browser: with the user, and a token that spares the next request. */
export const Session = named(
  'Session',
  Type.Object(
    {
      object: words(['session']),
      id: Type.String({ description: '`sess_…`' }),
      status: words(['active', 'pending', 'ended', 'removed', 'replaced', 'revoked', 'expired', 'abandoned']),
      expire_at: Milliseconds('When it ends for good.'),
      abandon_at: Milliseconds('When it ends unless it is used before.'),
      last_active_at: Milliseconds('When it was last used.'),
      last_active_organization_id: nullable(Type.String()),
      actor: nullable(JsonObject("Who acts in the user's place.")),
      tasks: nullable(Type.Array(Type.Object({ key: Type.String() }))),
      factor_verification_age: Type.Array(Type.Integer(), {
        description: 'Minutes since the first and the second factor were proved; -1 for none.',
      }),
      last_active_token: nullable(Token),
      user: User,
      public_user_data: PublicUserData,
      created_at: Milliseconds('When it began.'),
      updated_at: Milliseconds('When it last changed.'),
    },
    closed,
  ),
)

export const SessionActivity = named(
  'SessionActivity',
  Type.Object(
    {
      object: words(['session_activity']),
      id: Type.String(),
      device_type: Type.Optional(Type.String({ description: 'Such as `Macintosh`.' })),
      is_mobile: Type.Boolean(),
      browser_name: Type.Optional(Type.String()),
      browser_version: Type.Optional(Type.String()),
      ip_address: Type.Optional(Type.String()),
      city: Type.Optional(Type.String()),
      country: Type.Optional(Type.String()),
    },
    closed,
  ),
)

/** A session as its user looks at all of theirs. */
export const ActiveSession = named(
  'ActiveSession',
  Type.Object(
    {
      object: words(['session']),
      id: Type.String({ description: '`sess_…`' }),
      status: words(['active', 'pending']),
      expire_at: Milliseconds('When it ends for good.'),
      abandon_at: Milliseconds('When it ends unless it is used before.'),
      last_active_at: Milliseconds('When it was last used.'),
      actor: nullable(JsonObject("Who acts in the user's place.")),
      latest_activity: SessionActivity,
    },
    closed,
  ),
)
export type ActiveSession = Static<typeof ActiveSession>
