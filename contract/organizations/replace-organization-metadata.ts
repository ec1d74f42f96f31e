import { Type } from 'typebox'
import { operation } from '../operation.ts'
import { Nothing } from '../users/user.ts'
import { Organization, OrganizationPath } from './organization.ts'
import { heldRefusals, organizationMetadata } from './organization-attributes.ts'

export const replaceOrganizationMetadata = operation({
  id: 'ReplaceOrganizationMetadata',
  method: 'PUT',
  path: '/organizations/{organization_id}/metadata',
  tag: 'Organizations',
  summary: "Replace an organization's metadata",
  description:
    'Each field that is sent replaces the stored one whole; fields not sent stay. `{}` and null clear.',
  params: OrganizationPath,
  query: Nothing,
  body: Type.Object(organizationMetadata, { additionalProperties: false }),
  result: Organization,
  refusals: [...heldRefusals, 'form_param_exceeds_allowed_size'],
  roles: ['owner', 'support'],
})
