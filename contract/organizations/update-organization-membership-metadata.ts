import { Type } from 'typebox'
import { operation } from '../operation.ts'
import { Nothing } from '../users/user.ts'
import { OrganizationMembership } from './membership.ts'
import { MemberPath, memberRefusals } from './membership-attributes.ts'
import { organizationMetadata } from './organization-attributes.ts'

export const updateOrganizationMembershipMetadata = operation({
  id: 'UpdateOrganizationMembershipMetadata',
  method: 'PATCH',
  path: '/organizations/{organization_id}/memberships/{user_id}/metadata',
  tag: 'Organization Memberships',
  summary: "Merge and update a membership's metadata",
  description:
    'Objects merge at every depth, null removes a key at any depth, arrays and scalars replace. The size limit, 8192 bytes for each field, holds for the merged result.',
  params: MemberPath,
  query: Nothing,
  body: Type.Object(organizationMetadata, { additionalProperties: false }),
  result: OrganizationMembership,
  refusals: [...memberRefusals, 'form_param_exceeds_allowed_size'],
  roles: ['owner', 'support'],
})
