import type { FrontendInput } from '#contract/frontend/frontend-operation.ts'
import type { listOrganizationDomains as contract } from '#contract/frontend/organizations/list-organization-domains.ts'
import { refuseWithoutDomains } from '#server/organizations/domain-change.ts'
import { readDomainFilters } from '#server/organizations/domain-filters.ts'
import { pageOfDomains, type SeenDomains } from '#server/organizations/seen-domains.ts'
import { pageOf } from '#server/read-page.ts'
import type { ClientCall } from '#server/sessions/client-call.ts'
import type { World } from '#server/world.ts'
import { permitted } from './permitted.ts'

export async function listOrganizationDomains(
  world: World,
  input: FrontendInput<typeof contract>,
  call: ClientCall,
): Promise<SeenDomains> {
  const { organization_id } = input
  await permitted(world, call, organization_id, 'org:sys_domains:read')
  await refuseWithoutDomains(world)
  const page = { order: 'created_at', descending: true, ...pageOf(input) } as const
  return pageOfDomains(world, { ...readDomainFilters(input), organization_id }, page)
}
