import { Type } from 'typebox'
import { OrganizationPath } from '../../organizations/organization.ts'
import { flag } from '../../shapes.ts'
import { Nothing } from '../../users/user.ts'
import { frontendOperation } from '../frontend-operation.ts'
import { OrganizationInvitation } from './invitation.ts'
import { roleKey } from './organization-fields.ts'
import { inviteRefusals } from './room.ts'

export const bulkCreateOrganizationInvitations = frontendOperation({
  id: 'bulkCreateOrganizationInvitations',
  method: 'POST',
  path: '/organizations/{organization_id}/invitations/bulk',
  tag: 'Organization invitations',
  summary: 'Invite several',
  description:
    'Needs `org:sys_memberships:manage`. All of them, or nobody: one address that cannot be invited refuses the whole request. The answer is a bare array.',
  params: OrganizationPath,
  query: Nothing,
  body: Type.Object(
    {
      role: roleKey,
      email_address: Type.Array(Type.String({ minLength: 1 }), {
        maxItems: 50,
        description: 'Who is invited; the field is repeated for each.',
      }),
      notify: flag('False: no mail is sent, so that only the backend could hand on a link.'),
    },
    { additionalProperties: false },
  ),
  envelope: 'with_client',
  result: Type.Array(OrganizationInvitation),
  needs: 'session',
  refusals: [...inviteRefusals, 'form_param_array_size_exceeded'],
})
