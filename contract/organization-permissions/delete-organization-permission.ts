import { DeletedObject } from '../deleted-object.ts'
import { operation } from '../operation.ts'
import { Nothing } from '../users/user.ts'
import { PermissionPath } from './permission.ts'

export const deleteOrganizationPermission = operation({
  id: 'DeleteOrganizationPermission',
  method: 'DELETE',
  path: '/organization_permissions/{permission_id}',
  tag: 'Organization Permissions',
  summary: 'Delete a permission',
  description:
    'It is taken from every role at once. Tokens that are out name it until they end. Those of the system cannot be deleted.',
  params: PermissionPath,
  query: Nothing,
  result: DeletedObject,
  refusals: [
    'resource_not_found',
    'resource_locked',
    'organization_not_enabled_in_instance',
    'organization_system_permission_not_modifiable',
  ],
  roles: ['owner'],
})
