import { Type } from 'typebox'
import { Nothing } from '../../users/user.ts'
import { frontendOperation } from '../frontend-operation.ts'
import { SignIn } from '../sign-in.ts'
import { strategy } from './sign-in-fields.ts'
import { SignInPath } from './sign-in-path.ts'

export const prepareSignInFactorTwo = frontendOperation({
  id: 'prepareSignInFactorTwo',
  method: 'POST',
  path: '/client/sign_ins/{sign_in_id}/prepare_second_factor',
  tag: 'Sign-ins',
  summary: 'Prepare the second step',
  description:
    'Always refused: codes of an authenticator app and backup codes are attempted at once, and there is no second factor here that is sent.',
  params: SignInPath,
  query: Nothing,
  body: Type.Object({ strategy: strategy() }, { additionalProperties: false }),
  envelope: 'with_client',
  result: SignIn,
  needs: 'client',
  refusals: [
    'sign_in_not_found',
    'sign_in_superseded',
    'client_state_invalid',
    'form_param_max_length_exceeded',
    'verification_strategy_invalid',
    'no_second_factors',
  ],
})
