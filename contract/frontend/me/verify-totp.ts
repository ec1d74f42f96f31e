import { Type } from 'typebox'
import { Nothing } from '../../users/user.ts'
import { frontendOperation } from '../frontend-operation.ts'
import { OwnTOTP } from '../own-factors.ts'

export const verifyTOTP = frontendOperation({
  id: 'verifyTOTP',
  method: 'POST',
  path: '/me/totp/attempt_verification',
  tag: 'Own second factors',
  summary: 'Confirm the authenticator app',
  description:
    'With a code that the app shows. From then on each sign-in asks for one. Users without backup codes get some, told this once. A wrong code uses up an attempt; the user is told of the new factor by mail.',
  params: Nothing,
  query: Nothing,
  body: Type.Object(
    { code: Type.String({ maxLength: 64, description: 'The six digits of the app.' }) },
    { additionalProperties: false },
  ),
  envelope: 'with_client',
  result: OwnTOTP,
  needs: 'session',
  refusals: [
    'totp_disabled',
    'form_param_missing',
    'form_param_max_length_exceeded',
    'form_code_incorrect',
    'user_locked',
    'resource_locked',
  ],
})
