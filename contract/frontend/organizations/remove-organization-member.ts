import { MemberPath } from '../../organizations/membership-attributes.ts'
import { Nothing } from '../../users/user.ts'
import { frontendOperation } from '../frontend-operation.ts'
import { OrganizationMembership } from './membership.ts'
import { memberRefusals } from './room.ts'

export const removeOrganizationMember = frontendOperation({
  id: 'removeOrganizationMember',
  method: 'DELETE',
  path: '/organizations/{organization_id}/memberships/{user_id}',
  tag: 'Organization members',
  summary: 'Remove a member',
  description:
    'Needs `org:sys_memberships:manage`. Answers the membership as it was. None of the sessions of the user stays active in the organization.',
  params: MemberPath,
  query: Nothing,
  envelope: 'with_client',
  result: OrganizationMembership,
  needs: 'session',
  refusals: memberRefusals,
})
