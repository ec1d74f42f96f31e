import { DomainPath, OrganizationDomain } from '../../organizations/domain.ts'
import { Nothing } from '../../users/user.ts'
import { frontendOperation } from '../frontend-operation.ts'
import { domainRoomRefusals } from './room.ts'

export const getOrganizationDomain = frontendOperation({
  id: 'GetOrganizationDomain',
  method: 'GET',
  path: '/organizations/{organization_id}/domains/{domain_id}',
  tag: 'Organization domains',
  summary: 'Read a domain',
  description: 'Needs `org:sys_domains:read`.',
  params: DomainPath,
  query: Nothing,
  envelope: 'with_client',
  result: OrganizationDomain,
  needs: 'session',
  refusals: [...domainRoomRefusals, 'organization_domain_not_found'],
})
