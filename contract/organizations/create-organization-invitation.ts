import { operation } from '../operation.ts'
import { Nothing } from '../users/user.ts'
import { invitingRefusals, NewInvitation, OrganizationInvitation } from './invitation.ts'
import { OrganizationPath } from './organization.ts'

export const createOrganizationInvitation = operation({
  id: 'CreateOrganizationInvitation',
  method: 'POST',
  path: '/organizations/{organization_id}/invitations',
  tag: 'Organization Invitations',
  summary: 'Invite somebody to an organization',
  description:
    'Mails a link that whoever owns the address can accept once. The answer has the link too, and is the only one that ever does. An address has one open invitation to an organization.',
  params: OrganizationPath,
  query: Nothing,
  body: NewInvitation,
  result: OrganizationInvitation,
  refusals: invitingRefusals,
  roles: ['owner', 'support'],
})
