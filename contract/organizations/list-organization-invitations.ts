import { Type } from 'typebox'
import { operation } from '../operation.ts'
import { invitationOrder, OrganizationInvitationPage, pages, statusFilter } from './invitation.ts'
import { OrganizationPath } from './organization.ts'

export const listOrganizationInvitations = operation({
  id: 'ListOrganizationInvitations',
  method: 'GET',
  path: '/organizations/{organization_id}/invitations',
  tag: 'Organization Invitations',
  summary: 'List the invitations of an organization',
  description: 'Newest first. No answer has a link: it is in the answer to the creation alone.',
  params: OrganizationPath,
  query: Type.Object({
    status: statusFilter,
    email_address: Type.Optional(Type.String({ description: 'Those of this address only.' })),
    order_by: invitationOrder,
    ...pages,
  }),
  result: OrganizationInvitationPage,
  refusals: [
    'form_param_value_invalid',
    'form_param_array_size_exceeded',
    'invalid_query_parameter_value',
    'organization_not_enabled_in_instance',
    'organization_not_found',
  ],
  roles: ['owner', 'support', 'read_only'],
})
