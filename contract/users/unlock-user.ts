import { operation } from '../operation.ts'
import { Nothing, User, UserPath } from './user.ts'

export const unlockUser = operation({
  id: 'UnlockUser',
  method: 'POST',
  path: '/users/{user_id}/unlock',
  tag: 'Users',
  summary: 'Unlock a user',
  description: 'Lifts every lock, and all attempts are left again.',
  params: UserPath,
  query: Nothing,
  result: User,
  refusals: ['resource_not_found', 'resource_locked'],
  roles: ['owner', 'support'],
})
