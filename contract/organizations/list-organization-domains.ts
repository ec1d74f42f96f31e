import { Type } from 'typebox'
import { operation } from '../operation.ts'
import { domainFilters, domainRefusals, OrganizationDomainPage } from './domain.ts'
import { pages } from './invitation.ts'
import { OrganizationPath } from './organization.ts'

export const listOrganizationDomains = operation({
  id: 'ListOrganizationDomains',
  method: 'GET',
  path: '/organizations/{organization_id}/domains',
  tag: 'Organization Domains',
  summary: 'List the domains of an organization',
  description: 'A page, newest first, and the number of all.',
  params: OrganizationPath,
  query: Type.Object({ ...domainFilters, ...pages }),
  result: OrganizationDomainPage,
  refusals: [
    ...domainRefusals,
    'form_param_value_invalid',
    'form_param_array_size_exceeded',
    'organization_not_found',
  ],
  roles: ['owner', 'support', 'read_only'],
})
