import { Type } from 'typebox'
import { operation } from '../operation.ts'
import { nullable } from '../shapes.ts'
import { Nothing } from '../users/user.ts'
import { InvitationPath, OrganizationInvitation } from './invitation.ts'

export const revokeOrganizationInvitation = operation({
  id: 'RevokeOrganizationInvitation',
  method: 'POST',
  path: '/organizations/{organization_id}/invitations/{invitation_id}/revoke',
  tag: 'Organization Invitations',
  summary: 'Revoke an invitation to an organization',
  description: 'Its link is worth nothing from this moment on. Only an open one can be revoked.',
  params: InvitationPath,
  query: Nothing,
  body: Type.Object(
    {
      requesting_user_id: Type.Optional(
        nullable(
          Type.String({
            description: 'In whose name: a member who may manage members (`org:sys_memberships:manage`).',
          }),
        ),
      ),
    },
    { additionalProperties: false },
  ),
  result: OrganizationInvitation,
  refusals: [
    'organization_not_enabled_in_instance',
    'organization_not_found',
    'not_an_admin_in_organization',
    'organization_invitation_not_found',
    'organization_invitation_not_pending',
    'resource_locked',
  ],
  roles: ['owner', 'support'],
})
