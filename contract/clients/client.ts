import { type Static, Type } from 'typebox'
import { Session } from '../sessions/session.ts'
import { Milliseconds, named, nullable, words } from '../shapes.ts'

export const Client = named(
  'Client',
  Type.Object(
    {
      object: words(['client']),
      id: Type.String({ description: '`client_…`' }),
      session_ids: Type.Array(Type.String(), { description: 'The sessions that are active.' }),
      sessions: Type.Array(Session),
      sign_in_id: nullable(Type.String({ description: 'The attempt to sign in that was begun last.' })),
      sign_up_id: nullable(Type.String({ description: 'The sign-up that was begun last.' })),
      last_active_session_id: nullable(Type.String({ description: 'The session that was used last.' })),
      last_authentication_strategy: nullable(
        Type.String({ description: 'How somebody last signed in there, such as `password`.' }),
      ),
      created_at: Milliseconds('When the client was first here.'),
      updated_at: Milliseconds('When it last changed.'),
    },
    { additionalProperties: false },
  ),
)
export type Client = Static<typeof Client>
