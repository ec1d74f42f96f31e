import { Type } from 'typebox'
import { operation } from '../operation.ts'
import { Nothing } from '../users/user.ts'
import { Invitation, invitingRefusals, NewApplicationInvitation } from './invitation.ts'

export const bulkInvitationsMax = 10

export const createBulkInvitations = operation({
  id: 'CreateBulkInvitations',
  method: 'POST',
  path: '/invitations/bulk',
  tag: 'Invitations',
  summary: 'Invite several people to the application',
  description: `The body is a bare array of 1 to ${bulkInvitationsMax} invitations. All are made, or none. They are answered in the same order.`,
  params: Nothing,
  query: Nothing,
  body: Type.Object(
    {
      invitations: Type.Array(NewApplicationInvitation, {
        minItems: 1,
        maxItems: bulkInvitationsMax,
        description: 'Who is invited.',
      }),
    },
    { additionalProperties: false },
  ),
  bodyList: 'invitations',
  result: Type.Array(Invitation),
  refusals: [...invitingRefusals, 'bulk_size_exceeded'],
  roles: ['owner', 'support'],
})
