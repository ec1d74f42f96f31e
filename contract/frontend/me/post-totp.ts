import { Nothing } from '../../users/user.ts'
import { frontendOperation } from '../frontend-operation.ts'
import { OwnTOTP } from '../own-factors.ts'

export const postTOTP = frontendOperation({
  id: 'postTOTP',
  method: 'POST',
  path: '/me/totp',
  tag: 'Own second factors',
  summary: 'Create an authenticator app',
  description:
    'Answers a new secret, once. It becomes a second factor when a right code has confirmed it; until then another call replaces it.',
  params: Nothing,
  query: Nothing,
  envelope: 'with_client',
  result: OwnTOTP,
  needs: 'session',
  refusals: ['feature_not_enabled', 'totp_already_enabled', 'resource_locked'],
})
