import { Type } from 'typebox'
import { operation } from '../operation.ts'
import { Nothing } from '../users/user.ts'
import {
  describingRefusals,
  descriptionOfPermission,
  keyOfPermission,
  nameOfPermission,
  Permission,
} from './permission.ts'

export const createOrganizationPermission = operation({
  id: 'CreateOrganizationPermission',
  method: 'POST',
  path: '/organization_permissions',
  tag: 'Organization Permissions',
  summary: 'Create a permission',
  description: 'No role has it until it is assigned to one.',
  params: Nothing,
  query: Nothing,
  body: Type.Object(
    { name: nameOfPermission, key: keyOfPermission, description: descriptionOfPermission },
    { additionalProperties: false },
  ),
  result: Permission,
  refusals: [...describingRefusals, 'form_param_missing'],
  roles: ['owner'],
})
