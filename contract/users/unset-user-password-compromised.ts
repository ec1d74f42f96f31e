import { operation } from '../operation.ts'
import { Nothing, User, UserPath } from './user.ts'

export const unsetUserPasswordCompromised = operation({
  id: 'UnsetUserPasswordCompromised',
  method: 'POST',
  path: '/users/{user_id}/password/unset_compromised',
  tag: 'Users',
  summary: "Take the mark from a user's password",
  description: 'The password counts as safe again. Without a mark nothing changes.',
  params: UserPath,
  query: Nothing,
  result: User,
  refusals: ['resource_not_found', 'resource_locked', 'no_password_set'],
  roles: ['owner', 'support'],
})
