import { Type } from 'typebox'
import { operation } from '../operation.ts'
import { nullable } from '../shapes.ts'
import { Nothing } from '../users/user.ts'
import {
  describingRefusals,
  descriptionOfPermission,
  keyOfPermission,
  nameOfPermission,
  Permission,
  PermissionPath,
} from './permission.ts'

export const updateOrganizationPermission = operation({
  id: 'UpdateOrganizationPermission',
  method: 'PATCH',
  path: '/organization_permissions/{permission_id}',
  tag: 'Organization Permissions',
  summary: 'Update a permission',
  description:
    'Changes what is given; null is not given. Roles keep the permission under its new key. Those of the system never change.',
  params: PermissionPath,
  query: Nothing,
  body: Type.Object(
    {
      name: Type.Optional(nullable(nameOfPermission)),
      key: Type.Optional(nullable(keyOfPermission)),
      description: descriptionOfPermission,
    },
    { additionalProperties: false },
  ),
  result: Permission,
  refusals: [...describingRefusals, 'resource_not_found', 'organization_system_permission_not_modifiable'],
  roles: ['owner'],
})
