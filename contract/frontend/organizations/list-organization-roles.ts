import { Type } from 'typebox'
import { pages } from '../../organizations/invitation.ts'
import { OrganizationPath } from '../../organizations/organization.ts'
import { frontendOperation } from '../frontend-operation.ts'
import { Roles } from './role.ts'
import { roomRefusals } from './room.ts'

export const listOrganizationRoles = frontendOperation({
  id: 'ListOrganizationRoles',
  method: 'GET',
  path: '/organizations/{organization_id}/roles',
  tag: 'Organization members',
  summary: 'List the roles that members can have',
  description:
    'Needs `org:sys_memberships:read` or `org:sys_memberships:manage`. A page, in the order of creation, and the number of all. Every role of the instance is for every organization.',
  params: OrganizationPath,
  query: Type.Object(pages),
  envelope: 'with_client',
  result: Roles,
  needs: 'session',
  refusals: roomRefusals,
})
