import { operation } from '../operation.ts'
import { Nothing, User, UserPath } from './user.ts'

export const unbanUser = operation({
  id: 'UnbanUser',
  method: 'POST',
  path: '/users/{user_id}/unban',
  tag: 'Users',
  summary: 'Unban a user',
  description:
    'The user may sign in again. Sessions that the ban ended stay ended. Works also where banning is switched off.',
  params: UserPath,
  query: Nothing,
  result: User,
  refusals: ['resource_not_found', 'resource_locked'],
  roles: ['owner', 'support'],
})
