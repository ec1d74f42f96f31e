import { DeletedObject } from '../../deleted-object.ts'
import { Nothing } from '../../users/user.ts'
import { frontendOperation } from '../frontend-operation.ts'

export const deleteUser = frontendOperation({
  id: 'deleteUser',
  method: 'DELETE',
  path: '/me',
  tag: 'Own account',
  summary: 'Delete the own account',
  description:
    'Removes the user and all that belongs to them, and ends their sessions everywhere. Only for users whose `delete_self_enabled` is true.',
  params: Nothing,
  query: Nothing,
  envelope: 'with_client',
  result: DeletedObject,
  needs: 'session',
  refusals: ['delete_self_not_allowed', 'resource_locked'],
})
