import { Type } from 'typebox'
import { operation } from '../operation.ts'
import { describingRefusals } from '../organization-permissions/permission.ts'
import { flag } from '../shapes.ts'
import { Nothing } from '../users/user.ts'
import { keyOfRole, nameOfRole, Role, roleAttributes, rolesMax } from './role.ts'

export const createOrganizationRole = operation({
  id: 'CreateOrganizationRole',
  method: 'POST',
  path: '/organization_roles',
  tag: 'Organization Roles',
  summary: 'Create a role',
  description: `Every organization can give it to its members at once. An instance has ${rolesMax} roles at most.`,
  params: Nothing,
  query: Nothing,
  body: Type.Object(
    {
      name: nameOfRole,
      key: keyOfRole,
      ...roleAttributes,
      include_in_initial_role_set: flag('Accepted, without effect: there is one set, with every role in it.'),
    },
    { additionalProperties: false },
  ),
  result: Role,
  refusals: [
    ...describingRefusals,
    'form_param_missing',
    'form_param_array_size_exceeded',
    'resource_not_found',
    'organization_instance_roles_quota_exceeded',
  ],
  roles: ['owner'],
})
