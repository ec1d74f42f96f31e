import type { Input } from '#contract/operation.ts'
import {
  type listAllOrganizationDomains as contract,
  domainOrderFields,
} from '#contract/organizations/list-all-organization-domains.ts'
import { pageOf, readOrder } from '#server/read-page.ts'
import { Refusal } from '#server/refusal.ts'
import type { World } from '#server/world.ts'
import { parseDomain, refuseWithoutDomains } from './domain-change.ts'
import { readDomainFilters } from './domain-filters.ts'
import type { DomainFilters, DomainPage } from './domain-store.ts'
import { pageOfDomains, type SeenDomains } from './seen-domains.ts'

type ListInput = Input<typeof contract>

function readPage({ order_by, ...input }: ListInput): DomainPage {
  return { ...readOrder(domainOrderFields, order_by || '-created_at'), ...pageOf(input) }
}

function readFilters({ organization_id, query, domains, ...input }: ListInput): DomainFilters {
  const text = query?.trim()
  if (text === '')
    throw new Refusal('form_param_value_invalid', { param: 'query', problem: 'must not be blank' })
  const searched = text?.startsWith('org_')
    ? { organization_id: text }
    : text
      ? { text: text.toLowerCase() }
      : {}
  const names = (domains ?? []).filter((name) => name !== '')
  return {
    ...readDomainFilters(input),
    ...searched,
    ...(organization_id ? { organization_id } : {}),
    ...(names.length > 0 ? { names: names.map((name) => parseDomain(name) ?? name) } : {}),
  }
}

export async function listAllOrganizationDomains(world: World, input: ListInput): Promise<SeenDomains> {
  await refuseWithoutDomains(world)
  return pageOfDomains(world, readFilters(input), readPage(input))
}
