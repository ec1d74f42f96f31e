import { operation } from '../operation.ts'
import { Nothing } from '../users/user.ts'
import { InvitationPath, OrganizationInvitation } from './invitation.ts'

export const getOrganizationInvitation = operation({
  id: 'GetOrganizationInvitation',
  method: 'GET',
  path: '/organizations/{organization_id}/invitations/{invitation_id}',
  tag: 'Organization Invitations',
  summary: 'Get an invitation to an organization',
  description: 'With how it stands at this moment.',
  params: InvitationPath,
  query: Nothing,
  result: OrganizationInvitation,
  refusals: [
    'organization_not_enabled_in_instance',
    'organization_not_found',
    'organization_invitation_not_found',
  ],
  roles: ['owner', 'support', 'read_only'],
})
