import { Type } from 'typebox'
import { nullable } from '../../shapes.ts'
import { Nothing } from '../../users/user.ts'
import { frontendOperation } from '../frontend-operation.ts'
import { SignIn } from '../sign-in.ts'
import { ignored } from './sign-in-fields.ts'
import { SignInPath } from './sign-in-path.ts'

export const prepareSignInFactorOne = frontendOperation({
  id: 'prepareSignInFactorOne',
  method: 'POST',
  path: '/client/sign_ins/{sign_in_id}/prepare_first_factor',
  tag: 'Sign-ins',
  summary: 'Mail a code for the first step',
  description:
    'A new code takes the place of the one before. It can be used for ten minutes, once, and three wrong tries void it.',
  params: SignInPath,
  query: Nothing,
  body: Type.Object(
    {
      strategy: Type.String({ maxLength: 64, description: '`email_code`.' }),
      email_address_id: Type.Optional(
        nullable(
          Type.String({
            maxLength: 64,
            description: 'One of `supported_first_factors`; the first unless given.',
          }),
        ),
      ),
      redirect_url: ignored('Where to go on.'),
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
    'form_resource_not_found',
    'user_banned',
    'user_locked',
    'verification_code_too_many_requests',
  ],
})
