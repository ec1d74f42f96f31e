import { Type } from 'typebox'
import { Nothing } from '../../users/user.ts'
import { frontendOperation } from '../frontend-operation.ts'
import { SignUp } from '../sign-up.ts'
import { signUpFields, signUpRefusals } from './sign-up-fields.ts'

export const createSignUps = frontendOperation({
  id: 'createSignUps',
  method: 'POST',
  path: '/client/sign_ups',
  tag: 'Sign-ups',
  summary: 'Begin to sign up',
  description:
    'With `strategy=ticket` and the `ticket` of an invitation; it takes the place of the sign-up that the client had before. When nothing is missing the account is made at once, the invitation is used up, and the client is signed in, in the organization that invited. Until then nothing is used up.',
  params: Nothing,
  query: Nothing,
  body: Type.Object(signUpFields, { additionalProperties: false }),
  envelope: 'with_client',
  result: SignUp,
  needs: 'nothing',
  refusals: ['session_exists', 'sign_up_mode_restricted', 'form_param_missing', ...signUpRefusals],
})
