import { Type } from 'typebox'
import { operation } from '../operation.ts'
import { nullable } from '../shapes.ts'
import { Nothing, User, UserPath } from './user.ts'

export const removeUserPassword = operation({
  id: 'RemoveUserPassword',
  method: 'POST',
  path: '/users/{user_id}/remove_password',
  tag: 'Users',
  summary: "Remove a user's password",
  description:
    'Also when the user has no other way to sign in. A user without a password is answered unchanged.',
  params: UserPath,
  query: Nothing,
  body: Type.Object(
    {
      sign_out_of_other_sessions: Type.Optional(
        nullable(Type.Boolean({ description: 'End every session of the user too.' })),
      ),
    },
    { additionalProperties: false },
  ),
  result: User,
  refusals: ['resource_not_found', 'resource_locked'],
  roles: ['owner', 'support'],
})
