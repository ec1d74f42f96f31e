import { Type } from 'typebox'
import { pages, statusFilter } from '../../organizations/invitation.ts'
import { Nothing } from '../../users/user.ts'
import { frontendOperation } from '../frontend-operation.ts'
import { OrganizationInvitations } from '../organizations/invitation.ts'

export const getUsersOrganizationInvitations = frontendOperation({
  id: 'getUsersOrganizationInvitations',
  method: 'GET',
  path: '/me/organization_invitations',
  tag: 'Own organizations',
  summary: 'List the own invitations',
  description:
    'Invitations to the addresses that the user has verified: a page, newest first, and the number of all. Whatever their status, unless it is given.',
  params: Nothing,
  query: Type.Object({ status: statusFilter, ...pages }),
  envelope: 'with_client',
  result: OrganizationInvitations,
  needs: 'session',
  refusals: [
    'organization_not_enabled_in_instance',
    'form_param_array_size_exceeded',
    'invalid_query_parameter_value',
  ],
})
