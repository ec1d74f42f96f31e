import { operation } from '../operation.ts'
import { Nothing } from '../users/user.ts'
import { listQuery, Permissions } from './permission.ts'

export const listOrganizationPermissions = operation({
  id: 'ListOrganizationPermissions',
  method: 'GET',
  path: '/organization_permissions',
  tag: 'Organization Permissions',
  summary: 'List permissions',
  description: 'A page, newest first, and the number of all that match: those of the system and your own.',
  params: Nothing,
  query: listQuery('permission'),
  result: Permissions,
  refusals: ['form_param_value_invalid', 'organization_not_enabled_in_instance'],
  roles: ['owner', 'support', 'read_only'],
})
