import { operation } from '../operation.ts'
import { Nothing } from '../users/user.ts'
import { Role, RolePath } from './role.ts'

export const getOrganizationRole = operation({
  id: 'GetOrganizationRole',
  method: 'GET',
  path: '/organization_roles/{organization_role_id}',
  tag: 'Organization Roles',
  summary: 'Get a role',
  description: 'By its id; keys are found by the list.',
  params: RolePath,
  query: Nothing,
  result: Role,
  refusals: ['resource_not_found', 'organization_not_enabled_in_instance'],
  roles: ['owner', 'support', 'read_only'],
})
