import { Type } from 'typebox'
import { operation } from '../operation.ts'
import { describingRefusals } from '../organization-permissions/permission.ts'
import { nullable } from '../shapes.ts'
import { Nothing } from '../users/user.ts'
import { keyOfRole, nameOfRole, Role, RolePath, roleAttributes } from './role.ts'

export const updateOrganizationRole = operation({
  id: 'UpdateOrganizationRole',
  method: 'PATCH',
  path: '/organization_roles/{organization_role_id}',
  tag: 'Organization Roles',
  summary: 'Update a role',
  description:
    'Changes what is given; null is not given. `permissions` replaces all that the role has. Members keep the role under its new key, and so do the settings that name it, unless the settings file does.',
  params: RolePath,
  query: Nothing,
  body: Type.Object(
    {
      name: Type.Optional(nullable(nameOfRole)),
      key: Type.Optional(nullable(keyOfRole)),
      ...roleAttributes,
    },
    { additionalProperties: false },
  ),
  result: Role,
  refusals: [
    ...describingRefusals,
    'form_param_array_size_exceeded',
    'resource_not_found',
    'organization_missing_creator_role_permissions',
  ],
  roles: ['owner'],
})
