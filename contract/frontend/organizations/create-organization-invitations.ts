import { Type } from 'typebox'
import { OrganizationPath } from '../../organizations/organization.ts'
import { flag } from '../../shapes.ts'
import { Nothing } from '../../users/user.ts'
import { frontendOperation } from '../frontend-operation.ts'
import { OrganizationInvitation } from './invitation.ts'
import { roleKey } from './organization-fields.ts'
import { inviteRefusals } from './room.ts'

export const createOrganizationInvitations = frontendOperation({
  id: 'createOrganizationInvitations',
  method: 'POST',
  path: '/organizations/{organization_id}/invitations',
  tag: 'Organization invitations',
  summary: 'Invite somebody',
  description:
    'Needs `org:sys_memberships:manage`. The link goes by mail to the address alone; it works once, for 30 days.',
  params: OrganizationPath,
  query: Nothing,
  body: Type.Object(
    {
      role: roleKey,
      email_address: Type.String({ minLength: 1, description: 'Who is invited.' }),
      notify: flag('False: no mail is sent, so that only the backend could hand on a link.'),
    },
    { additionalProperties: false },
  ),
  envelope: 'with_client',
  result: OrganizationInvitation,
  needs: 'session',
  refusals: inviteRefusals,
})
