import { Type } from 'typebox'
import { operation } from '../operation.ts'
import { Nothing } from '../users/user.ts'
import { OrganizationMembership } from './membership.ts'
import { roleOfMember } from './membership-attributes.ts'
import { OrganizationPath } from './organization.ts'
import { heldRefusals, organizationMetadata } from './organization-attributes.ts'

export const createOrganizationMembership = operation({
  id: 'CreateOrganizationMembership',
  method: 'POST',
  path: '/organizations/{organization_id}/memberships',
  tag: 'Organization Memberships',
  summary: 'Add a member to an organization',
  description:
    'At once, without an invitation. Counts against `max_allowed_memberships`. Each metadata field holds at most 8192 bytes.',
  params: OrganizationPath,
  query: Nothing,
  body: Type.Object(
    {
      user_id: Type.String({ description: 'The id of the user.' }),
      role: roleOfMember,
      ...organizationMetadata,
    },
    { additionalProperties: false },
  ),
  result: OrganizationMembership,
  refusals: [
    ...heldRefusals,
    'resource_not_found',
    'form_param_missing',
    'form_param_nil',
    'form_resource_not_found',
    'form_param_exceeds_allowed_size',
    'already_a_member_in_organization',
    'organization_membership_quota_exceeded',
  ],
  roles: ['owner', 'support'],
})
