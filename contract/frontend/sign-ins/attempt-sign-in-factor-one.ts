import { Type } from 'typebox'
import { Nothing } from '../../users/user.ts'
import { frontendOperation } from '../frontend-operation.ts'
import { SignIn } from '../sign-in.ts'
import { code, password, ticket } from './sign-in-fields.ts'
import { SignInPath } from './sign-in-path.ts'

export const attemptSignInFactorOne = frontendOperation({
  id: 'attemptSignInFactorOne',
  method: 'POST',
  path: '/client/sign_ins/{sign_in_id}/attempt_first_factor',
  tag: 'Sign-ins',
  summary: 'Prove the first factor',
  description:
    'With `strategy=password`, `email_code` or `ticket`. It signs in only who has no second factor and need not choose another password; otherwise `status` says what comes next. Wrong passwords and codes use up the attempts that the user has left.',
  params: SignInPath,
  query: Nothing,
  body: Type.Object(
    {
      strategy: Type.String({ maxLength: 64, description: '`password`, `email_code` or `ticket`.' }),
      password: password(),
      code: code('The code that was mailed.'),
      ticket: ticket(),
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
    'form_password_incorrect',
    'form_password_or_identifier_incorrect',
    'form_password_compromised',
    'form_code_incorrect',
    'verification_not_sent',
    'verification_expired',
    'verification_failed',
    'ticket_invalid',
    'organization_membership_quota_exceeded',
    'user_banned',
    'user_locked',
    'not_allowed_access',
  ],
})
