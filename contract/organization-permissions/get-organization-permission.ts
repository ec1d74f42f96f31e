import { operation } from '../operation.ts'
import { Nothing } from '../users/user.ts'
import { Permission, PermissionPath } from './permission.ts'

export const getOrganizationPermission = operation({
  id: 'GetOrganizationPermission',
  method: 'GET',
  path: '/organization_permissions/{permission_id}',
  tag: 'Organization Permissions',
  summary: 'Get a permission',
  description: 'By its id; keys are found by the list.',
  params: PermissionPath,
  query: Nothing,
  result: Permission,
  refusals: ['resource_not_found', 'organization_not_enabled_in_instance'],
  roles: ['owner', 'support', 'read_only'],
})
