import { Type } from 'typebox'
import { operation } from '../operation.ts'
import { Nothing, User } from './user.ts'
import { userFilters, userOrderFields } from './user-filters.ts'

export const getUserList = operation({
  id: 'GetUserList',
  method: 'GET',
  path: '/users',
  tag: 'Users',
  summary: 'List users',
  description:
    'A bare array, newest first. Ask `GET /users/count` with the same filters for the total. Unknown query parameters are ignored.',
  params: Nothing,
  query: Type.Object({
    ...userFilters,
    limit: Type.Optional(
      Type.Integer({ default: 10, description: '1 to 500; any other value means the default, 10.' }),
    ),
    offset: Type.Optional(Type.Integer({ default: 0, description: 'How many to skip.' })),
    starting_after: Type.Optional(
      Type.String({
        description:
          'The id of the last user of the previous page. Only with created_at order and no offset.',
      }),
    ),
    order_by: Type.Optional(
      Type.String({
        default: '-created_at',
        description: `\`+\` (or nothing) ascends, \`-\` descends: ${userOrderFields.join(', ')}. Users without the value come last.`,
      }),
    ),
  }),
  result: Type.Array(User),
  refusals: [
    'form_param_array_size_exceeded',
    'form_param_value_invalid',
    'form_param_invalid_date',
    'form_conditional_param_missing',
    'form_conditional_param_disallowed',
    'form_resource_not_found',
  ],
  roles: ['owner', 'support', 'read_only'],
})
