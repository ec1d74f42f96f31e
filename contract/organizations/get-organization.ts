import { Type } from 'typebox'
import { operation } from '../operation.ts'
import { Organization } from './organization.ts'
import { countedFacts } from './organization-attributes.ts'

export const getOrganization = operation({
  id: 'GetOrganization',
  method: 'GET',
  path: '/organizations/{organization_id}',
  tag: 'Organizations',
  summary: 'Get an organization',
  description: 'By its id or by its slug.',
  params: Type.Object({
    organization_id: Type.String({ description: 'The id of the organization, `org_…`, or its slug.' }),
  }),
  query: Type.Object(countedFacts),
  result: Organization,
  refusals: ['form_param_value_invalid', 'organization_not_found', 'organization_not_enabled_in_instance'],
  roles: ['owner', 'support', 'read_only'],
})
