import type { World } from '#server/world.ts'
import type { OrganizationDomain } from './domain.ts'
import type { DomainFilters, DomainPage } from './domain-store.ts'
import type { Organization } from './organization.ts'
import { unknownOrganization } from './within-organization.ts'

export interface SeenDomain {
  readonly domain: OrganizationDomain
  readonly organization: Organization
}

export interface SeenDomains {
  readonly seen: readonly SeenDomain[]
  readonly total: number
}

/** In the same order; one whose organization is being removed at this moment is left out. */
async function seenDomains(world: World, domains: readonly OrganizationDomain[]): Promise<SeenDomain[]> {
  const ids = [...new Set(domains.map(({ organization_id }) => organization_id))]
  const organizations = await world.organizations.findAll(ids)
  return domains.flatMap((domain) => {
    const organization = organizations.find(({ id }) => id === domain.organization_id)
    return organization ? [{ domain, organization }] : []
  })
}

export async function seenDomain(world: World, domain: OrganizationDomain): Promise<SeenDomain> {
  const [seen] = await seenDomains(world, [domain])
  if (!seen) throw unknownOrganization(domain.organization_id)
  return seen
}

export async function pageOfDomains(
  world: World,
  filters: DomainFilters,
  page: DomainPage,
): Promise<SeenDomains> {
  const domains = await world.organizationDomains.list(filters, page)
  return { seen: await seenDomains(world, domains), total: await world.organizationDomains.count(filters) }
}
