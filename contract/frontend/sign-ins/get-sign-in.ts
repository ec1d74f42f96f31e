import { Nothing } from '../../users/user.ts'
import { frontendOperation } from '../frontend-operation.ts'
import { SignIn } from '../sign-in.ts'
import { SignInPath } from './sign-in-path.ts'

export const getSignIn = frontendOperation({
  id: 'getSignIn',
  method: 'GET',
  path: '/client/sign_ins/{sign_in_id}',
  tag: 'Sign-ins',
  summary: 'Read an attempt to sign in',
  description: 'An attempt belongs to the client that began it; to any other client it does not exist.',
  params: SignInPath,
  query: Nothing,
  envelope: 'with_client',
  result: SignIn,
  needs: 'client',
  refusals: ['sign_in_not_found'],
})
