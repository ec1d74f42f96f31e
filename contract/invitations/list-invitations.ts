import { Type } from 'typebox'
import { operation } from '../operation.ts'
import { paging } from '../paging.ts'
import { Nothing } from '../users/user.ts'
import { Invitation, InvitationPage, invitationStatuses } from './invitation.ts'

export const invitationOrderFields = ['created_at', 'email_address', 'expires_at'] as const

export const listInvitations = operation({
  id: 'ListInvitations',
  method: 'GET',
  path: '/invitations',
  tag: 'Invitations',
  summary: 'List invitations to the application',
  description:
    'A bare array, newest first, without the revoked ones unless `status` asks for them; with `paginated`, an object that has the total too. No answer has a link.',
  params: Nothing,
  query: Type.Object({
    status: Type.Optional(
      Type.Array(Type.String(), {
        maxItems: 100,
        description: `One of ${invitationStatuses.map((status) => `\`${status}\``).join(', ')}. Repeat the key for any of several.`,
      }),
    ),
    query: Type.Optional(
      Type.String({ description: 'The id, or any part of the address, letter case aside.' }),
    ),
    order_by: Type.Optional(
      Type.String({
        default: '-created_at',
        description: `\`+\` (or nothing) ascends, \`-\` descends: ${invitationOrderFields.join(', ')}.`,
      }),
    ),
    ...paging,
  }),
  result: Type.Union([Type.Array(Invitation), InvitationPage]),
  refusals: ['form_param_value_invalid', 'form_param_array_size_exceeded'],
  roles: ['owner', 'support', 'read_only'],
})
