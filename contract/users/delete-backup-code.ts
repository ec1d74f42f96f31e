import { operation } from '../operation.ts'
import { NamedUser } from './named-user.ts'
import { Nothing, UserPath } from './user.ts'

export const deleteBackupCode = operation({
  id: 'DeleteBackupCode',
  method: 'DELETE',
  path: '/users/{user_id}/backup_code',
  tag: 'Users',
  summary: "Delete a user's backup codes",
  description: 'All of them; the other second factors stay. A user without any is refused with 404.',
  params: UserPath,
  query: Nothing,
  result: NamedUser,
  refusals: ['resource_not_found', 'resource_locked'],
  roles: ['owner', 'support'],
})
