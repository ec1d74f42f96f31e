import { Type } from 'typebox'
import { nullable } from '../../shapes.ts'
import { Nothing } from '../../users/user.ts'
import { frontendOperation } from '../frontend-operation.ts'
import { SignIn } from '../sign-in.ts'
import { ignored, password, strategy, ticket } from './sign-in-fields.ts'

export const createSignIn = frontendOperation({
  id: 'createSignIn',
  method: 'POST',
  path: '/client/sign_ins',
  tag: 'Sign-ins',
  summary: 'Begin to sign in',
  description:
    'Finds the account by `identifier` and, with `password`, tries it at once; or takes a `ticket`. With `strategy=email_code` the code is mailed at once. The attempt takes the place of the one that the client had before. A user with a second factor is signed in by the second step alone.',
  params: Nothing,
  query: Nothing,
  body: Type.Object(
    {
      strategy: strategy(),
      identifier: Type.Optional(
        nullable(
          Type.String({ maxLength: 512, description: 'An e-mail address, a phone number or a username.' }),
        ),
      ),
      password: password(),
      ticket: ticket(),
      transfer: Type.Optional(
        nullable(Type.Boolean({ description: 'There is never an account to transfer.' })),
      ),
      redirect_url: ignored('Where to go on.'),
      action_complete_redirect_url: ignored('Where to go in the end.'),
      locale: ignored('The language of the browser.'),
    },
    { additionalProperties: false },
  ),
  envelope: 'with_client',
  result: SignIn,
  needs: 'nothing',
  refusals: [
    'session_exists',
    'identifier_already_signed_in',
    'form_param_missing',
    'form_param_max_length_exceeded',
    'form_identifier_not_found',
    'form_password_incorrect',
    'form_password_or_identifier_incorrect',
    'form_password_compromised',
    'strategy_for_user_invalid',
    'ticket_invalid',
    'invitation_account_not_exists',
    'organization_membership_quota_exceeded',
    'account_transfer_invalid',
    'user_banned',
    'user_locked',
    'not_allowed_access',
    'client_state_invalid',
    'verification_code_too_many_requests',
  ],
})
