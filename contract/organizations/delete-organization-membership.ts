import { operation } from '../operation.ts'
import { Nothing } from '../users/user.ts'
import { OrganizationMembership } from './membership.ts'
import { MemberPath, memberRefusals } from './membership-attributes.ts'

export const deleteOrganizationMembership = operation({
  id: 'DeleteOrganizationMembership',
  method: 'DELETE',
  path: '/organizations/{organization_id}/memberships/{user_id}',
  tag: 'Organization Memberships',
  summary: 'Remove a member from an organization',
  description:
    'Answers the membership as it was. The user stays, and none of their sessions is active in the organization any more. The last member who may manage the members and delete the organization cannot be removed.',
  params: MemberPath,
  query: Nothing,
  result: OrganizationMembership,
  refusals: [...memberRefusals, 'organization_minimum_permissions_needed'],
  roles: ['owner', 'support'],
})
