import { DeletedObject } from '../deleted-object.ts'
import { operation } from '../operation.ts'
import { Nothing, UserPath } from './user.ts'

export const deleteUser = operation({
  id: 'DeleteUser',
  method: 'DELETE',
  path: '/users/{user_id}',
  tag: 'Users',
  summary: 'Delete a user',
  description: 'Everything attached to the user goes too; identifiers and the external id are free at once.',
  params: UserPath,
  query: Nothing,
  result: DeletedObject,
  refusals: ['resource_not_found', 'resource_locked'],
  roles: ['owner'],
})
