import { Refusal } from '#server/refusal.ts'
import { type Call, eventOf, type World } from '#server/world.ts'
import type { OrganizationDomain } from './domain.ts'
import { refuseWithoutDomains } from './domain-change.ts'
import { type Admission, withinOrganization } from './within-organization.ts'

export async function removeDomain(
  world: World,
  call: Call,
  organizationId: string,
  domainId: string,
  admit?: Admission,
): Promise<OrganizationDomain> {
  await refuseWithoutDomains(world)
  return withinOrganization(world, organizationId, admit, async (held) => {
    const domain = await held.domain(domainId)
    if (!domain) throw new Refusal('organization_domain_not_found', { id: domainId })
    await held.removeDomain(domainId)
    const details = { organization_id: organizationId, name: domain.name }
    await held.record(eventOf(call, 'organizationDomain.deleted', domainId, world.now(), details))
    return domain
  })
}
