import { Type } from 'typebox'
import { Nothing } from '../../users/user.ts'
import { frontendOperation } from '../frontend-operation.ts'
import { Organization } from './organization.ts'
import { fieldRefusals, nameOfOrganization, slugOfOrganization } from './organization-fields.ts'

export const createOrganization = frontendOperation({
  id: 'createOrganization',
  method: 'POST',
  path: '/organizations',
  tag: 'Organizations',
  summary: 'Create an organization',
  description:
    'The acting user becomes its first member, with the role that the settings name for creators. Without a slug it gets one made of its name. It does not become the active organization: touch the session for that.',
  params: Nothing,
  query: Nothing,
  body: Type.Object({ name: nameOfOrganization, slug: slugOfOrganization }, { additionalProperties: false }),
  envelope: 'with_client',
  result: Organization,
  needs: 'session',
  refusals: [
    'form_param_missing',
    ...fieldRefusals,
    'organization_creation_disabled',
    'organization_quota_exceeded',
    'organization_not_enabled_in_instance',
    'resource_locked',
  ],
})
