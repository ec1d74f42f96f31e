import { DeletedObject } from '../../deleted-object.ts'
import { DomainPath } from '../../organizations/domain.ts'
import { Nothing } from '../../users/user.ts'
import { frontendOperation } from '../frontend-operation.ts'
import { domainWriteRefusals } from './room.ts'

export const deleteOrganizationDomain = frontendOperation({
  id: 'deleteOrganizationDomain',
  method: 'DELETE',
  path: '/organizations/{organization_id}/domains/{domain_id}',
  tag: 'Organization domains',
  summary: 'Remove a domain',
  description: 'Needs `org:sys_domains:manage`. Members stay, whatever their address.',
  params: DomainPath,
  query: Nothing,
  envelope: 'with_client',
  result: DeletedObject,
  needs: 'session',
  refusals: domainWriteRefusals,
})
