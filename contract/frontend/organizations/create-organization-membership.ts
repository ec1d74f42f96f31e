import { Type } from 'typebox'
import { OrganizationPath } from '../../organizations/organization.ts'
import { Nothing } from '../../users/user.ts'
import { frontendOperation } from '../frontend-operation.ts'
import { OrganizationMembership } from './membership.ts'
import { roleKey } from './organization-fields.ts'
import { writeRefusals } from './room.ts'

export const createOrganizationMembership = frontendOperation({
  id: 'CreateOrganizationMembership',
  method: 'POST',
  path: '/organizations/{organization_id}/memberships',
  tag: 'Organization members',
  summary: 'Add a member',
  description: 'Needs `org:sys_memberships:manage`. At once, without an invitation.',
  params: OrganizationPath,
  query: Nothing,
  body: Type.Object(
    { role: roleKey, user_id: Type.String({ minLength: 1, description: 'Who joins.' }) },
    { additionalProperties: false },
  ),
  envelope: 'with_client',
  result: OrganizationMembership,
  needs: 'session',
  refusals: [
    ...writeRefusals,
    'form_param_missing',
    'resource_not_found',
    'form_resource_not_found',
    'already_a_member_in_organization',
    'organization_membership_quota_exceeded',
  ],
})
