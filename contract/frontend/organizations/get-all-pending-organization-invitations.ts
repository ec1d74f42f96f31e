import { Type } from 'typebox'
import { OrganizationPath } from '../../organizations/organization.ts'
import { Nothing } from '../../users/user.ts'
import { frontendOperation } from '../frontend-operation.ts'
import { OrganizationInvitation } from './invitation.ts'
import { roomRefusals } from './room.ts'

export const getAllPendingOrganizationInvitations = frontendOperation({
  id: 'getAllPendingOrganizationInvitations',
  method: 'GET',
  path: '/organizations/{organization_id}/invitations/pending',
  tag: 'Organization invitations',
  summary: 'List the open invitations (deprecated)',
  description:
    'Needs `org:sys_memberships:manage`. A bare array, newest first; at most 500. Use the list with `status=pending` instead.',
  params: OrganizationPath,
  query: Nothing,
  envelope: 'with_client',
  result: Type.Array(OrganizationInvitation),
  needs: 'session',
  refusals: roomRefusals,
})
