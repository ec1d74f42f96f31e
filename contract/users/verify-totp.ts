import { Type } from 'typebox'
import { operation } from '../operation.ts'
import { words } from '../shapes.ts'
import { Nothing, UserPath } from './user.ts'

export const verifyTOTP = operation({
  id: 'VerifyTOTP',
  method: 'POST',
  path: '/users/{user_id}/verify_totp',
  tag: 'Users',
  summary: 'Verify a code of an authenticator app or a backup code',
  description:
    'Every code is good for one success: a code of an app is accepted one step (30 seconds) early or late at most and never twice; a backup code is used up. The first right code confirms an app that was only created. A wrong code uses up an attempt, counted apart from passwords; while a user is locked, nothing is compared.',
  params: UserPath,
  query: Nothing,
  body: Type.Object(
    {
      code: Type.String({
        minLength: 1,
        maxLength: 256,
        description: 'Six digits, or a backup code: upper or lower case, with or without dashes.',
      }),
    },
    { additionalProperties: false },
  ),
  result: Type.Object(
    {
      verified: Type.Unsafe<true>({ type: 'boolean', enum: [true], description: 'Never false.' }),
      code_type: words(['totp', 'backup_code'], { description: 'What the code was.' }),
    },
    { additionalProperties: false },
  ),
  refusals: [
    'resource_not_found',
    'resource_locked',
    'totp_disabled',
    'user_locked',
    'totp_incorrect_code',
    'totp_invalid_length',
    'form_param_missing',
    'form_param_nil',
    'form_param_max_length_exceeded',
  ],
  roles: ['owner'],
})
