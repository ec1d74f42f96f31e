import { operation } from '../operation.ts'
import { Nothing, User, UserPath } from './user.ts'

export const getUser = operation({
  id: 'GetUser',
  method: 'GET',
  path: '/users/{user_id}',
  tag: 'Users',
  summary: 'Get a user',
  description:
    'Includes `private_metadata`. Reading changes nothing; the lock countdown is computed at the read.',
  params: UserPath,
  query: Nothing,
  result: User,
  refusals: ['resource_not_found'],
  roles: ['owner', 'support', 'read_only'],
})
