import { operation } from '../operation.ts'
import { Nothing } from '../users/user.ts'
import { Role, RolePermissionPath } from './role.ts'

export const assignPermissionToOrganizationRole = operation({
  id: 'AssignPermissionToOrganizationRole',
  method: 'POST',
  path: '/organization_roles/{organization_role_id}/permissions/{permission_id}',
  tag: 'Organization Roles',
  summary: 'Assign a permission to a role',
  description: 'Everybody who has the role may do it from now on; tokens tell from the next one on.',
  params: RolePermissionPath,
  query: Nothing,
  result: Role,
  refusals: [
    'resource_not_found',
    'resource_locked',
    'organization_not_enabled_in_instance',
    'organization_role_permission_association_exists',
  ],
  roles: ['owner'],
})
