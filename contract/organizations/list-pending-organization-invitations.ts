import { Type } from 'typebox'
import { operation } from '../operation.ts'
import { OrganizationInvitationPage, pages } from './invitation.ts'
import { OrganizationPath } from './organization.ts'

export const listPendingOrganizationInvitations = operation({
  id: 'ListPendingOrganizationInvitations',
  method: 'GET',
  path: '/organizations/{organization_id}/invitations/pending',
  tag: 'Organization Invitations',
  summary: 'List the open invitations of an organization',
  description: 'Newest first. Deprecated: the list of all invitations takes `status=pending`.',
  params: OrganizationPath,
  query: Type.Object(pages),
  result: OrganizationInvitationPage,
  refusals: ['organization_not_enabled_in_instance', 'organization_not_found'],
  roles: ['owner', 'support', 'read_only'],
})
