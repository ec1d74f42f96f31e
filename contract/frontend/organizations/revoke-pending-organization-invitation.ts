import { InvitationPath } from '../../organizations/invitation.ts'
import { Nothing } from '../../users/user.ts'
import { frontendOperation } from '../frontend-operation.ts'
import { OrganizationInvitation } from './invitation.ts'
import { writeRefusals } from './room.ts'

export const revokePendingOrganizationInvitation = frontendOperation({
  id: 'revokePendingOrganizationInvitation',
  method: 'POST',
  path: '/organizations/{organization_id}/invitations/{invitation_id}/revoke',
  tag: 'Organization invitations',
  summary: 'Take an invitation back',
  description: 'Needs `org:sys_memberships:manage`. From this moment on its link opens nothing.',
  params: InvitationPath,
  query: Nothing,
  envelope: 'with_client',
  result: OrganizationInvitation,
  needs: 'session',
  refusals: [...writeRefusals, 'organization_invitation_not_found', 'organization_invitation_not_pending'],
})
