import { type Static, Type } from 'typebox'
import { Milliseconds, named, nullable, words } from '../shapes.ts'
import { Session } from './session.ts'
import { SignIn } from './sign-in.ts'
import { SignUp } from './sign-up.ts'

/** A browser or an app, with those who are signed in there. */
export const Client = named(
  'Client',
  Type.Object(
    {
      object: words(['client']),
      id: Type.String({ description: '`client_…`' }),
      sessions: Type.Array(Session, { description: 'Those that are live.' }),
      sign_in: nullable(SignIn),
      sign_up: nullable(SignUp),
      last_active_session_id: nullable(Type.String()),
      last_authentication_strategy: nullable(Type.String()),
      cookie_expires_at: nullable(Type.Integer()),
      captcha_bypass: Type.Boolean(),
      created_at: Milliseconds('When it was first seen.'),
      updated_at: Milliseconds('When it last changed.'),
    },
    { additionalProperties: false },
  ),
)
export type Client = Static<typeof Client>
