import { operation } from '../operation.ts'
import { Nothing, User, UserPath } from './user.ts'

export const lockUser = operation({
  id: 'LockUser',
  method: 'POST',
  path: '/users/{user_id}/lock',
  tag: 'Users',
  summary: 'Lock a user',
  description:
    'The user may not sign in for the duration in the settings, counted from now; sessions go on. The attempts left stay as they are. Locking a locked user begins the duration anew.',
  params: UserPath,
  query: Nothing,
  result: User,
  refusals: ['resource_not_found', 'resource_locked', 'feature_not_enabled'],
  roles: ['owner', 'support'],
})
