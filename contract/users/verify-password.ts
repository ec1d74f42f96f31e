import { Type } from 'typebox'
import { operation } from '../operation.ts'
import { Nothing, UserPath } from './user.ts'

/** Beyond every sensible password, and cheap to hash. */
const passwordLengthMax = 4096

export const verifyPassword = operation({
  id: 'VerifyPassword',
  method: 'POST',
  path: '/users/{user_id}/verify_password',
  tag: 'Users',
  summary: "Verify a user's password",
  description:
    'Says whether the password is the one of the user. A wrong one uses up an attempt, and the last attempt locks the user; while a user is locked, nothing is compared. The first success replaces an imported digest by one of our own making.',
  params: UserPath,
  query: Nothing,
  body: Type.Object(
    {
      password: Type.String({
        minLength: 1,
        maxLength: passwordLengthMax,
        format: 'password',
        description: 'Compared exactly as it is.',
      }),
    },
    { additionalProperties: false },
  ),
  result: Type.Object(
    { verified: Type.Unsafe<true>({ type: 'boolean', enum: [true], description: 'Never false.' }) },
    { additionalProperties: false },
  ),
  refusals: [
    'resource_not_found',
    'resource_locked',
    'no_password_set',
    'user_locked',
    'incorrect_password',
    'password_unverifiable',
    'form_param_missing',
    'form_param_nil',
    'form_param_max_length_exceeded',
  ],
  roles: ['owner'],
})
