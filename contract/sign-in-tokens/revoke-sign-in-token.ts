import { Type } from 'typebox'
import { operation } from '../operation.ts'
import { Nothing } from '../users/user.ts'
import { SignInToken } from './sign-in-token.ts'

export const revokeSignInToken = operation({
  id: 'RevokeSignInToken',
  method: 'POST',
  path: '/sign_in_tokens/{sign_in_token_id}/revoke',
  tag: 'Sign-in Tokens',
  summary: 'Revoke a sign-in token',
  description: 'It signs nobody in any more. One that was used or revoked before is refused.',
  params: Type.Object({
    sign_in_token_id: Type.String({ description: 'The id of the sign-in token: `sit_…`.' }),
  }),
  query: Nothing,
  result: SignInToken,
  refusals: ['resource_not_found', 'sign_in_token_cannot_be_revoked_code'],
  roles: ['owner', 'support'],
})
