import { Type } from 'typebox'
import { domainFilters, OrganizationDomainPage } from '../../organizations/domain.ts'
import { pages } from '../../organizations/invitation.ts'
import { OrganizationPath } from '../../organizations/organization.ts'
import { frontendOperation } from '../frontend-operation.ts'
import { domainRoomRefusals } from './room.ts'

export const listOrganizationDomains = frontendOperation({
  id: 'ListOrganizationDomains',
  method: 'GET',
  path: '/organizations/{organization_id}/domains',
  tag: 'Organization domains',
  summary: 'List the domains',
  description: 'Needs `org:sys_domains:read`. A page, newest first, and the number of all.',
  params: OrganizationPath,
  query: Type.Object({ ...domainFilters, ...pages }),
  envelope: 'with_client',
  result: OrganizationDomainPage,
  needs: 'session',
  refusals: [...domainRoomRefusals, 'form_param_value_invalid', 'form_param_array_size_exceeded'],
})
