import { operation } from '../operation.ts'
import { listQuery } from '../organization-permissions/permission.ts'
import { Nothing } from '../users/user.ts'
import { Roles } from './role.ts'

export const listOrganizationRoles = operation({
  id: 'ListOrganizationRoles',
  method: 'GET',
  path: '/organization_roles',
  tag: 'Organization Roles',
  summary: 'List roles',
  description: 'A page, newest first, and the number of all that match.',
  params: Nothing,
  query: listQuery('role'),
  result: Roles,
  refusals: ['form_param_value_invalid', 'organization_not_enabled_in_instance'],
  roles: ['owner', 'support', 'read_only'],
})
