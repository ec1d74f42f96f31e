import { Type } from 'typebox'
import { operation } from '../operation.ts'
import { nullable } from '../shapes.ts'
import { Nothing } from '../users/user.ts'
import { SignInToken, secondsMax } from './sign-in-token.ts'

export const createSignInToken = operation({
  id: 'CreateSignInToken',
  method: 'POST',
  path: '/sign_in_tokens',
  tag: 'Sign-in Tokens',
  summary: 'Create a sign-in token',
  description:
    'A secret that signs one user in, once, without a password. Hand it to nobody else: whoever has it is that user. It is shown in this answer alone.',
  params: Nothing,
  query: Nothing,
  body: Type.Object(
    {
      user_id: Type.String({ minLength: 1, description: 'The id of the user.' }),
      org_id: Type.Optional(
        nullable(
          Type.String({
            description:
              'The id or slug of an organization of the user, which the session begins in if they still belong to it then.',
          }),
        ),
      ),
      expires_in_seconds: Type.Optional(
        nullable(
          Type.Integer({
            minimum: 1,
            maximum: secondsMax,
            description: 'For how long it can be used. Absent or null: 2592000, which is 30 days.',
          }),
        ),
      ),
    },
    { additionalProperties: false },
  ),
  result: SignInToken,
  refusals: [
    'resource_not_found',
    'form_param_missing',
    'form_param_nil',
    'form_param_value_too_large',
    'form_resource_not_found',
    'resource_locked',
  ],
  roles: ['owner'],
})
