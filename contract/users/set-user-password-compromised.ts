import { Type } from 'typebox'
import { operation } from '../operation.ts'
import { nullable } from '../shapes.ts'
import { Nothing, User, UserPath } from './user.ts'

export const setUserPasswordCompromised = operation({
  id: 'SetUserPasswordCompromised',
  method: 'POST',
  path: '/users/{user_id}/password/set_compromised',
  tag: 'Users',
  summary: "Mark a user's password as compromised",
  description: 'The user must choose another password at the next sign-in. A new password ends the mark.',
  params: UserPath,
  query: Nothing,
  body: Type.Object(
    {
      revoke_all_sessions: Type.Optional(
        nullable(Type.Boolean({ description: 'End every session of the user too.' })),
      ),
    },
    { additionalProperties: false },
  ),
  result: User,
  refusals: ['resource_not_found', 'resource_locked', 'password_disabled', 'no_password_set'],
  roles: ['owner', 'support'],
})
