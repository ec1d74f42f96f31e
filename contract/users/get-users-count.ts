import { Type } from 'typebox'
import { operation } from '../operation.ts'
import { named, words } from '../shapes.ts'
import { Nothing } from './user.ts'
import { userFilters } from './user-filters.ts'

export const TotalCount = named(
  'TotalCount',
  Type.Object(
    { object: words(['total_count']), total_count: Type.Integer({ minimum: 0 }) },
    { additionalProperties: false },
  ),
)

export const getUsersCount = operation({
  id: 'GetUsersCount',
  method: 'GET',
  path: '/users/count',
  tag: 'Users',
  summary: 'Count users',
  description:
    'How many users the filters match. Paging and order parameters are ignored, so a list call can be repeated as it is.',
  params: Nothing,
  query: Type.Object(userFilters),
  result: TotalCount,
  refusals: [
    'form_param_array_size_exceeded',
    'form_param_value_invalid',
    'form_param_invalid_date',
    'form_conditional_param_missing',
  ],
  roles: ['owner', 'support', 'read_only'],
})
