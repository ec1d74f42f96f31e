import { Type } from 'typebox'
import { operation } from '../operation.ts'
import { Nothing } from '../users/user.ts'
import {
  invitationOrder,
  OrganizationInvitationWithOrganizationPage,
  pages,
  statusFilter,
} from './invitation.ts'

export const listInstanceOrganizationInvitations = operation({
  id: 'ListInstanceOrganizationInvitations',
  method: 'GET',
  path: '/organization_invitations',
  tag: 'Organization Invitations',
  summary: 'List the invitations of all organizations',
  description: 'Newest first, each with what it invites to.',
  params: Nothing,
  query: Type.Object({
    status: statusFilter,
    query: Type.Optional(Type.String({ description: 'Any part of the address, letter case aside.' })),
    order_by: invitationOrder,
    ...pages,
  }),
  result: OrganizationInvitationWithOrganizationPage,
  refusals: [
    'form_param_value_invalid',
    'form_param_array_size_exceeded',
    'invalid_query_parameter_value',
    'organization_not_enabled_in_instance',
  ],
  roles: ['owner', 'support', 'read_only'],
})
