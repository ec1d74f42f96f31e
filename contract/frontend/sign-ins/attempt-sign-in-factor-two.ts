import { Type } from 'typebox'
import { Nothing } from '../../users/user.ts'
import { frontendOperation } from '../frontend-operation.ts'
import { SignIn } from '../sign-in.ts'
import { SignInPath } from './sign-in-path.ts'

export const attemptSignInFactorTwo = frontendOperation({
  id: 'attemptSignInFactorTwo',
  method: 'POST',
  path: '/client/sign_ins/{sign_in_id}/attempt_second_factor',
  tag: 'Sign-ins',
  summary: 'Prove the second factor',
  description:
    'With `strategy=totp` or `backup_code`, after the first factor of the same attempt. A code of an app is accepted once; a backup code is used up.',
  params: SignInPath,
  query: Nothing,
  body: Type.Object(
    {
      strategy: Type.String({ maxLength: 64, description: '`totp` or `backup_code`.' }),
      code: Type.String({ maxLength: 64, description: 'The code.' }),
    },
    { additionalProperties: false },
  ),
  envelope: 'with_client',
  result: SignIn,
  needs: 'client',
  refusals: [
    'sign_in_not_found',
    'sign_in_superseded',
    'client_state_invalid',
    'strategy_for_user_invalid',
    'form_param_missing',
    'form_param_max_length_exceeded',
    'form_code_incorrect',
    'verification_expired',
    'user_banned',
    'user_locked',
    'not_allowed_access',
  ],
})
