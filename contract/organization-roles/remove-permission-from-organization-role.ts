import { operation } from '../operation.ts'
import { Nothing } from '../users/user.ts'
import { Role, RolePermissionPath } from './role.ts'

export const removePermissionFromOrganizationRole = operation({
  id: 'RemovePermissionFromOrganizationRole',
  method: 'DELETE',
  path: '/organization_roles/{organization_role_id}/permissions/{permission_id}',
  tag: 'Organization Roles',
  summary: 'Remove a permission from a role',
  description:
    'The role of those who make organizations keeps what running one needs. An organization may be left without anybody who can run it, where that was their role.',
  params: RolePermissionPath,
  query: Nothing,
  result: Role,
  refusals: [
    'resource_not_found',
    'resource_locked',
    'organization_not_enabled_in_instance',
    'organization_role_permission_association_not_found',
    'organization_missing_creator_role_permissions',
  ],
  roles: ['owner'],
})
