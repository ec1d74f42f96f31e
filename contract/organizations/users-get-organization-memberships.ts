import { Type } from 'typebox'
import { operation } from '../operation.ts'
import { UserPath } from '../users/user.ts'
import { OrganizationMembershipPage } from './membership.ts'
import { pageOfMemberships } from './membership-attributes.ts'

export const usersGetOrganizationMemberships = operation({
  id: 'UsersGetOrganizationMemberships',
  method: 'GET',
  path: '/users/{user_id}/organization_memberships',
  tag: 'Users',
  summary: "List a user's organization memberships",
  description:
    'A page, newest memberships first, and the number of all. An unknown user is a member of nothing: the list is empty.',
  params: UserPath,
  query: Type.Object(pageOfMemberships),
  result: OrganizationMembershipPage,
  refusals: ['organization_not_enabled_in_instance'],
  roles: ['owner', 'support', 'read_only'],
})
