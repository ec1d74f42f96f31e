import { Nothing } from '../../users/user.ts'
import { frontendOperation } from '../frontend-operation.ts'
import { SignUp } from '../sign-up.ts'
import { SignUpPath } from './sign-up-path.ts'

export const getSignUps = frontendOperation({
  id: 'getSignUps',
  method: 'GET',
  path: '/client/sign_ups/{sign_up_id}',
  tag: 'Sign-ups',
  summary: 'Read a sign-up',
  description: 'A sign-up belongs to the client that began it; to any other client it does not exist.',
  params: SignUpPath,
  query: Nothing,
  envelope: 'with_client',
  result: SignUp,
  needs: 'client',
  refusals: ['sign_up_not_found'],
})
