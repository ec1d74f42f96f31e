import { Type } from 'typebox'
import { operation } from '../operation.ts'
import { Nothing } from '../users/user.ts'
import { Organization, OrganizationPath } from './organization.ts'
import { heldRefusals, organizationMetadata } from './organization-attributes.ts'

export const mergeOrganizationMetadata = operation({
  id: 'MergeOrganizationMetadata',
  method: 'PATCH',
  path: '/organizations/{organization_id}/metadata',
  tag: 'Organizations',
  summary: "Merge and update an organization's metadata",
  description:
    'Objects merge at every depth, null removes a key at any depth, arrays and scalars replace. The size limit, 8192 bytes for each field, holds for the merged result.',
  params: OrganizationPath,
  query: Nothing,
  body: Type.Object(organizationMetadata, { additionalProperties: false }),
  result: Organization,
  refusals: [...heldRefusals, 'form_param_exceeds_allowed_size'],
  roles: ['owner', 'support'],
})
