import { Type } from 'typebox'
import { Nothing } from '../../users/user.ts'
import { frontendOperation } from '../frontend-operation.ts'
import { password } from '../sign-ins/sign-in-fields.ts'
import { User } from '../user.ts'

export const removePassword = frontendOperation({
  id: 'removePassword',
  method: 'POST',
  path: '/me/remove_password',
  tag: 'Own account',
  summary: 'Remove the own password',
  description:
    'For users who can sign in with an e-mail code. The password must be given; a wrong one uses up an attempt. The user is told by mail.',
  params: Nothing,
  query: Nothing,
  body: Type.Object({ current_password: password() }, { additionalProperties: false }),
  envelope: 'with_client',
  result: User,
  needs: 'session',
  refusals: [
    'no_password_set',
    'form_param_missing',
    'form_param_max_length_exceeded',
    'form_password_incorrect',
    'password_unverifiable',
    'user_locked',
    'breaks_instance_invariant',
    'last_first_factor_deletion_failed',
    'resource_locked',
  ],
})
