import { operation } from '../operation.ts'
import { NamedUser } from './named-user.ts'
import { Nothing, UserPath } from './user.ts'

export const disableMFA = operation({
  id: 'DisableMFA',
  method: 'DELETE',
  path: '/users/{user_id}/mfa',
  tag: 'Users',
  summary: "Remove a user's second factors",
  description:
    'The authenticator app, the backup codes and the mark of phone numbers as second factors, all at once. A user without any is answered alike.',
  params: UserPath,
  query: Nothing,
  result: NamedUser,
  refusals: ['resource_not_found', 'resource_locked'],
  roles: ['owner', 'support'],
})
