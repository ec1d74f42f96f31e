import { operation } from '../operation.ts'
import { Nothing } from '../users/user.ts'
import { DomainPath, heldDomainRefusals, OrganizationDomain } from './domain.ts'

export const verifyOrganizationDomainOwnership = operation({
  id: 'VerifyOrganizationDomainOwnership',
  method: 'POST',
  path: '/organizations/{organization_id}/domains/{domain_id}/verify_ownership',
  tag: 'Organization Domains',
  summary: 'Confirm that an organization owns a domain',
  description:
    'By hand, on the word of the backend: no DNS record is looked up. The domain is verified from then on. Again it changes nothing.',
  params: DomainPath,
  query: Nothing,
  result: OrganizationDomain,
  refusals: [...heldDomainRefusals, 'organization_domain_already_exists'],
  roles: ['owner', 'support'],
})
