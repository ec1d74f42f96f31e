import { Type } from 'typebox'
import { passwordRefusals } from '../../password-refusals.ts'
import { nullable } from '../../shapes.ts'
import { Nothing } from '../../users/user.ts'
import { frontendOperation } from '../frontend-operation.ts'
import { SignIn } from '../sign-in.ts'
import { SignInPath } from './sign-in-path.ts'

const policy = (Object.keys(passwordRefusals) as (keyof typeof passwordRefusals)[]).filter(
  (name) => name.startsWith('form_password_') && name !== 'form_password_digest_invalid_code',
)

export const resetPassword = frontendOperation({
  id: 'resetPassword',
  method: 'POST',
  path: '/client/sign_ins/{sign_in_id}/reset_password',
  tag: 'Sign-ins',
  summary: 'Choose another password to sign in',
  description:
    'In the place of a password that is marked as compromised, when `status` is `needs_new_password`: after every factor that the user has was proved.',
  params: SignInPath,
  query: Nothing,
  body: Type.Object(
    {
      password: Type.String({
        minLength: 1,
        maxLength: 1024,
        format: 'password',
        description: 'The new password.',
      }),
      sign_out_of_other_sessions: Type.Optional(
        nullable(Type.Boolean({ description: 'End every other session of the user.' })),
      ),
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
    'form_param_missing',
    'form_param_max_length_exceeded',
    'form_password_compromised',
    ...policy,
    'verification_expired',
    'user_banned',
    'user_locked',
    'not_allowed_access',
  ],
})
