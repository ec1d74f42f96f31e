import { operation } from '../operation.ts'
import { Nothing, User, UserPath } from './user.ts'

export const banUser = operation({
  id: 'BanUser',
  method: 'POST',
  path: '/users/{user_id}/ban',
  tag: 'Users',
  summary: 'Ban a user',
  description:
    'The user may not sign in any more, and every session ends. Nothing is deleted; a ban and a lock know nothing of each other. Banning a banned user changes nothing.',
  params: UserPath,
  query: Nothing,
  result: User,
  refusals: ['resource_not_found', 'resource_locked', 'unsupported_subscription_plan_features'],
  roles: ['owner', 'support'],
})
