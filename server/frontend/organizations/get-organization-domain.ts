import type { FrontendInput } from '#contract/frontend/frontend-operation.ts'
import type { getOrganizationDomain as contract } from '#contract/frontend/organizations/get-organization-domain.ts'
import { refuseWithoutDomains } from '#server/organizations/domain-change.ts'
import type { SeenDomain } from '#server/organizations/seen-domains.ts'
import { Refusal } from '#server/refusal.ts'
import type { ClientCall } from '#server/sessions/client-call.ts'
import type { World } from '#server/world.ts'
import { permitted } from './permitted.ts'

export async function getOrganizationDomain(
  world: World,
  { organization_id, domain_id: id }: FrontendInput<typeof contract>,
  call: ClientCall,
): Promise<SeenDomain> {
  const organization = await permitted(world, call, organization_id, 'org:sys_domains:read')
  await refuseWithoutDomains(world)
  const domain = await world.organizationDomains.find(organization_id, id)
  if (!domain) throw new Refusal('organization_domain_not_found', { id })
  return { domain, organization }
}
