import { operation } from '../operation.ts'
import { NamedUser } from './named-user.ts'
import { Nothing, UserPath } from './user.ts'

export const deleteTOTP = operation({
  id: 'DeleteTOTP',
  method: 'DELETE',
  path: '/users/{user_id}/totp',
  tag: 'Users',
  summary: "Delete a user's authenticator app",
  description:
    'Confirmed or not. Where no other second factor is left, the backup codes go too. A user without an app is refused with 404.',
  params: UserPath,
  query: Nothing,
  result: NamedUser,
  refusals: ['resource_not_found', 'resource_locked'],
  roles: ['owner', 'support'],
})
