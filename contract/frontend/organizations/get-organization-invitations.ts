import { Type } from 'typebox'
import { pages, statusFilter } from '../../organizations/invitation.ts'
import { OrganizationPath } from '../../organizations/organization.ts'
import { frontendOperation } from '../frontend-operation.ts'
import { OrganizationInvitations } from './invitation.ts'
import { roomRefusals } from './room.ts'

export const getOrganizationInvitations = frontendOperation({
  id: 'getOrganizationInvitations',
  method: 'GET',
  path: '/organizations/{organization_id}/invitations',
  tag: 'Organization invitations',
  summary: 'List the invitations',
  description: 'Needs `org:sys_memberships:manage`. A page, newest first, and the number of all.',
  params: OrganizationPath,
  query: Type.Object({
    status: statusFilter,
    ...pages,
  }),
  envelope: 'with_client',
  result: OrganizationInvitations,
  needs: 'session',
  refusals: [...roomRefusals, 'form_param_array_size_exceeded', 'invalid_query_parameter_value'],
})
