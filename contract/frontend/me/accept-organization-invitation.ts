import { Type } from 'typebox'
import { Nothing } from '../../users/user.ts'
import { frontendOperation } from '../frontend-operation.ts'
import { OrganizationInvitation } from '../organizations/invitation.ts'

export const acceptOrganizationInvitation = frontendOperation({
  id: 'acceptOrganizationInvitation',
  method: 'POST',
  path: '/me/organization_invitations/{invitation_id}/accept',
  tag: 'Own organizations',
  summary: 'Accept an invitation',
  description:
    'Makes the user a member with the role of the invitation. Only whoever has verified the invited address can: to anybody else it does not exist.',
  params: Type.Object({
    invitation_id: Type.String({ description: 'The id of the invitation: `orginv_…`.' }),
  }),
  query: Nothing,
  envelope: 'with_client',
  result: OrganizationInvitation,
  needs: 'session',
  refusals: [
    'organization_not_enabled_in_instance',
    'organization_invitation_not_found',
    'organization_invitation_not_pending',
    'organization_invitation_already_accepted',
    'organization_invitation_revoked',
    'organization_membership_quota_exceeded',
    'already_a_member_in_organization',
    'resource_locked',
  ],
})
