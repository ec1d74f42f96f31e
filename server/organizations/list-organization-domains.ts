import type { Input } from '#contract/operation.ts'
import type { listOrganizationDomains as contract } from '#contract/organizations/list-organization-domains.ts'
import { pageOf } from '#server/read-page.ts'
import type { World } from '#server/world.ts'
import { refuseWithoutDomains } from './domain-change.ts'
import { readDomainFilters } from './domain-filters.ts'
import { pageOfDomains, type SeenDomains } from './seen-domains.ts'
import { organizationOf } from './within-organization.ts'

export async function listOrganizationDomains(
  world: World,
  input: Input<typeof contract>,
): Promise<SeenDomains> {
  await refuseWithoutDomains(world)
  const filters = readDomainFilters(input)
  const { id: organization_id } = await organizationOf(world, input.organization_id)
  const page = { order: 'created_at', descending: true, ...pageOf(input) } as const
  return pageOfDomains(world, { ...filters, organization_id }, page)
}
