import { Type } from 'typebox'
import { operation } from '../operation.ts'
import { Nothing } from '../users/user.ts'
import { OrganizationMembership } from './membership.ts'
import { MemberPath, memberRefusals, roleOfMember } from './membership-attributes.ts'

export const updateOrganizationMembership = operation({
  id: 'UpdateOrganizationMembership',
  method: 'PATCH',
  path: '/organizations/{organization_id}/memberships/{user_id}',
  tag: 'Organization Memberships',
  summary: 'Give a member another role',
  description:
    'Somebody must be left who may manage the members and delete the organization: the last one keeps such a role.',
  params: MemberPath,
  query: Nothing,
  body: Type.Object({ role: roleOfMember }, { additionalProperties: false }),
  result: OrganizationMembership,
  refusals: [
    ...memberRefusals,
    'form_param_missing',
    'form_param_nil',
    'form_resource_not_found',
    'organization_minimum_permissions_needed',
  ],
  roles: ['owner', 'support'],
})
