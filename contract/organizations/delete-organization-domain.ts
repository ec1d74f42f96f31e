import { DeletedObject } from '../deleted-object.ts'
import { operation } from '../operation.ts'
import { Nothing } from '../users/user.ts'
import { DomainPath, heldDomainRefusals } from './domain.ts'

export const deleteOrganizationDomain = operation({
  id: 'DeleteOrganizationDomain',
  method: 'DELETE',
  path: '/organizations/{organization_id}/domains/{domain_id}',
  tag: 'Organization Domains',
  summary: 'Remove a domain from an organization',
  description: 'Members and invitations stay.',
  params: DomainPath,
  query: Nothing,
  result: DeletedObject,
  refusals: heldDomainRefusals,
  roles: ['owner', 'support'],
})
