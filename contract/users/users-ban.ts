import { Type } from 'typebox'
import { operation } from '../operation.ts'
import { Nothing, User } from './user.ts'

/** Users that one request may name. */
export const bulkUsersMax = 50

/** The body of both operations on several users. */
export const UserIds = Type.Object(
  {
    user_ids: Type.Array(Type.String(), {
      description: `From 1 to ${bulkUsersMax} ids of users. One that comes twice counts once.`,
    }),
  },
  { additionalProperties: false },
)

export const usersBan = operation({
  id: 'UsersBan',
  method: 'POST',
  path: '/users/ban',
  tag: 'Users',
  summary: 'Ban several users',
  description: 'Bans all of them or, when one is refused, none. Answers the users in the order of the ids.',
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
    'unsupported_subscription_plan_features',
  ],
  roles: ['owner', 'support'],
})
