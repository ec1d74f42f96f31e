import { Type } from 'typebox'
import { Nothing } from '../../users/user.ts'
import { frontendOperation } from '../frontend-operation.ts'
import { SignUp } from '../sign-up.ts'
import { signUpFields, signUpRefusals } from './sign-up-fields.ts'
import { SignUpPath } from './sign-up-path.ts'

export const updateSignUps = frontendOperation({
  id: 'updateSignUps',
  method: 'PATCH',
  path: '/client/sign_ups/{sign_up_id}',
  tag: 'Sign-ups',
  summary: 'Go on with a sign-up',
  description:
    'Adds what is given to what was given before; with the last missing field the account is made. A `ticket` may be sent again, but no other one.',
  params: SignUpPath,
  query: Nothing,
  body: Type.Object(signUpFields, { additionalProperties: false }),
  envelope: 'with_client',
  result: SignUp,
  needs: 'client',
  refusals: [
    'sign_up_not_found',
    'sign_up_superseded',
    'client_state_invalid',
    'session_exists',
    ...signUpRefusals,
  ],
})
