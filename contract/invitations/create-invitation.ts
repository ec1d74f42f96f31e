import { operation } from '../operation.ts'
import { Nothing } from '../users/user.ts'
import { Invitation, invitingRefusals, NewApplicationInvitation } from './invitation.ts'

export const createInvitation = operation({
  id: 'CreateInvitation',
  method: 'POST',
  path: '/invitations',
  tag: 'Invitations',
  summary: 'Invite somebody to the application',
  description:
    'Mails a link with which whoever reads it can sign up once, with that address. The answer has the link too, and is the only one that ever does. An address has one open invitation.',
  params: Nothing,
  query: Nothing,
  body: NewApplicationInvitation,
  result: Invitation,
  refusals: [...invitingRefusals, 'feature_not_enabled'],
  roles: ['owner', 'support'],
})
