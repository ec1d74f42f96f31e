import { Type } from 'typebox'
import { operation } from '../operation.ts'
import { Nothing, User } from './user.ts'
import { UserIds } from './users-ban.ts'

export const usersUnban = operation({
  id: 'UsersUnban',
  method: 'POST',
  path: '/users/unban',
  tag: 'Users',
  summary: 'Unban several users',
  description: 'Unbans all of them or, when one is unknown, none. Answers the users in the order of the ids.',
  params: Nothing,
  query: Nothing,
  body: UserIds,
  result: Type.Array(User),
  refusals: [
    'form_param_missing',
    'form_param_nil',
    'bulk_size_exceeded',
    'resource_not_found',
    'resource_locked',
  ],
  roles: ['owner', 'support'],
})
