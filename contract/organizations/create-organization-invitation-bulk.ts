import { Type } from 'typebox'
import { operation } from '../operation.ts'
import { Nothing } from '../users/user.ts'
import { invitingRefusals, NewInvitation, OrganizationInvitationPage } from './invitation.ts'
import { OrganizationPath } from './organization.ts'

export const invitationsMax = 10

export const createOrganizationInvitationBulk = operation({
  id: 'CreateOrganizationInvitationBulk',
  method: 'POST',
  path: '/organizations/{organization_id}/invitations/bulk',
  tag: 'Organization Invitations',
  summary: 'Invite several people to an organization',
  description: `The body is a bare array of 1 to ${invitationsMax} invitations. All are made, or none.`,
  params: OrganizationPath,
  query: Nothing,
  body: Type.Object(
    {
      invitations: Type.Array(NewInvitation, {
        minItems: 1,
        maxItems: invitationsMax,
        description: 'Who is invited.',
      }),
    },
    { additionalProperties: false },
  ),
  bodyList: 'invitations',
  result: OrganizationInvitationPage,
  refusals: [...invitingRefusals, 'bulk_size_exceeded'],
  roles: ['owner', 'support'],
})
