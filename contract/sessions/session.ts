import { type Static, Type } from 'typebox'
import { SessionActivity } from '../frontend/session.ts'
import { JsonObject, Milliseconds, named, nullable, words } from '../shapes.ts'

/** What a list can be asked for. */
export const sessionStatuses = [
  'abandoned',
  'active',
  'ended',
  'expired',
  'removed',
  'replaced',
  'revoked',
] as const

export const Session = named(
  'Session',
  Type.Object(
    {
      object: words(['session']),
      id: Type.String({ description: '`sess_…`' }),
      user_id: Type.String({ description: 'Who is signed in.' }),
      client_id: Type.String({ description: 'The browser or app that they are signed in on.' }),
      actor: nullable(
        JsonObject("Who acts in the user's place, with `sub` as their id; null for the user themselves."),
      ),
      status: words([...sessionStatuses, 'pending'], {
        description: '`active` while it lasts; every other word says how it ended.',
      }),
      last_active_organization_id: nullable(Type.String()),
      last_active_at: Milliseconds('When it was last used, to the minute.'),
      latest_activity: nullable(SessionActivity),
      expire_at: Milliseconds('When it ends for good.'),
      abandon_at: Milliseconds('When it ends unless it is used before.'),
      created_at: Milliseconds('When it began.'),
      updated_at: Milliseconds('When it last changed.'),
      tasks: nullable(Type.Array(Type.Object({ key: Type.String() }))),
    },
    { additionalProperties: false },
  ),
)
export type Session = Static<typeof Session>

export const SessionPage = named(
  'SessionPage',
  Type.Object(
    {
      data: Type.Array(Session),
      total_count: Type.Integer({ minimum: 0, description: 'Of all pages together.' }),
    },
    { additionalProperties: false },
  ),
)

export const SessionPath = Type.Object({
  session_id: Type.String({ description: 'The id of the session: `sess_…`.' }),
})
