import { Type } from 'typebox'
import { operation } from '../operation.ts'
import { Nothing } from '../users/user.ts'
import { Invitation } from './invitation.ts'

export const revokeInvitation = operation({
  id: 'RevokeInvitation',
  method: 'POST',
  path: '/invitations/{invitation_id}/revoke',
  tag: 'Invitations',
  summary: 'Revoke an invitation to the application',
  description:
    'Its link is worth nothing from this moment on. One that was accepted or revoked before is refused; one that has run out can be revoked.',
  params: Type.Object({ invitation_id: Type.String({ description: 'The id of the invitation: `inv_…`.' }) }),
  query: Nothing,
  result: Invitation,
  refusals: ['resource_not_found', 'invitation_already_accepted', 'invitation_already_revoked'],
  roles: ['owner', 'support'],
})
