import { Type } from 'typebox'
import { flag } from '../../shapes.ts'
import { Nothing } from '../../users/user.ts'
import { frontendOperation } from '../frontend-operation.ts'
import { password } from '../sign-ins/sign-in-fields.ts'
import { User } from '../user.ts'

export const changePassword = frontendOperation({
  id: 'changePassword',
  method: 'POST',
  path: '/me/change_password',
  tag: 'Own account',
  summary: 'Change the own password',
  description:
    'Whoever has a password must give it; a wrong one uses up an attempt, as at the sign-in. The new one meets the same rules as any other. The user is told by mail.',
  params: Nothing,
  query: Nothing,
  body: Type.Object(
    {
      current_password: password(),
      new_password: Type.String({ maxLength: 4096, format: 'password', description: 'The new one.' }),
      sign_out_of_other_sessions: flag('End every session of the user but the acting one.'),
    },
    { additionalProperties: false },
  ),
  envelope: 'with_client',
  result: User,
  needs: 'session',
  refusals: [
    'password_disabled',
    'form_param_missing',
    'form_param_max_length_exceeded',
    'form_password_incorrect',
    'password_unverifiable',
    'user_locked',
    'form_password_length_too_short',
    'form_password_length_too_long',
    'form_password_size_in_bytes_exceeded',
    'form_password_no_lowercase',
    'form_password_no_uppercase',
    'form_password_no_number',
    'form_password_no_special_char',
    'form_password_not_strong_enough',
    'form_password_pwned',
    'form_password_matches_identifier',
    'form_password_validation_failed',
    'resource_locked',
  ],
})
