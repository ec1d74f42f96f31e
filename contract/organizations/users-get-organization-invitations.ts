import { Type } from 'typebox'
import { operation } from '../operation.ts'
import { UserPath } from '../users/user.ts'
import { OrganizationInvitationWithOrganizationPage, pages, statusFilter } from './invitation.ts'

export const usersGetOrganizationInvitations = operation({
  id: 'UsersGetOrganizationInvitations',
  method: 'GET',
  path: '/users/{user_id}/organization_invitations',
  tag: 'Users',
  summary: "List a user's invitations to organizations",
  description: 'Those of the addresses that the user has verified, newest first, whatever their status.',
  params: UserPath,
  query: Type.Object({ status: statusFilter, ...pages }),
  result: OrganizationInvitationWithOrganizationPage,
  refusals: [
    'form_param_array_size_exceeded',
    'invalid_query_parameter_value',
    'organization_not_enabled_in_instance',
    'resource_not_found',
  ],
  roles: ['owner', 'support', 'read_only'],
})
