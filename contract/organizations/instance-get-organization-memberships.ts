import { Type } from 'typebox'
import { operation } from '../operation.ts'
import { Nothing } from '../users/user.ts'
import { OrganizationMembershipPage } from './membership.ts'
import { orderOfMemberships, pageOfMemberships } from './membership-attributes.ts'

export const instanceGetOrganizationMemberships = operation({
  id: 'InstanceGetOrganizationMemberships',
  method: 'GET',
  path: '/organization_memberships',
  tag: 'Organization Memberships',
  summary: 'List the members of all organizations',
  description: 'A page, newest memberships first, and the number of all memberships of the instance.',
  params: Nothing,
  query: Type.Object({ order_by: orderOfMemberships, ...pageOfMemberships }),
  result: OrganizationMembershipPage,
  refusals: ['form_param_value_invalid', 'organization_not_enabled_in_instance'],
  roles: ['owner', 'support', 'read_only'],
})
