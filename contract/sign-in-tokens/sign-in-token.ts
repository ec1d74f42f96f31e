import { type Static, Type } from 'typebox'
import { Milliseconds, named, words } from '../shapes.ts'

/** What sign-in tokens and actor tokens have in common. */
export const ticketFields = {
  id: Type.String(),
  status: words(['pending', 'accepted', 'revoked'], {
    description: '`accepted` once somebody has signed in with it.',
  }),
  user_id: Type.String({ description: 'Whom it signs in.' }),
  token: Type.Optional(Type.String({ description: 'The secret. Only the answer to its creation has it.' })),
  url: Type.Optional(Type.String({ description: 'A link that uses it; only where the token is.' })),
  created_at: Milliseconds('When it was made.'),
  updated_at: Milliseconds('When it last changed.'),
}

export const SignInToken = named(
  'SignInToken',
  Type.Object({ object: words(['sign_in_token']), ...ticketFields }, { additionalProperties: false }),
)
export type SignInToken = Static<typeof SignInToken>

export const secondsMax = 315_360_000
