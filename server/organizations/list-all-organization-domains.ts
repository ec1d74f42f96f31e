import type { Input } from '#contract/operation.ts'
import {
  type listAllOrganizationDomains as contract,
  domainOrderFields,
} from '#contract/organizations/list-all-organization-domains.ts'
import { Refusal } from '#server/refusal.ts'
import { pageOf } from '#server/sessions/get-session-list.ts'
import type { World } from '#server/world.ts'
import { parseDomain, refuseWithoutDomains } from './domain-change.ts'
import { readDomainFilters } from './domain-filters.ts'
import type { DomainFilters, DomainPage } from './domain-store.ts'
import { pageOfDomains, type SeenDomains } from './seen-domains.ts'

type ListInput = Input<typeof contract>

/** `[+|-]field`. A raw plus of a hand-written URL arrives as a space. */
function readPage({ order_by, ...input }: ListInput): DomainPage {
  const text = order_by || '-created_at'
  const order = domainOrderFields.find((field) => field === text.replace(/^[+\- ]/, ''))
  if (!order) {
    const problem = `must be one of ${domainOrderFields.join(', ')}, with + or - before it or neither`
    throw new Refusal('form_param_value_invalid', { param: 'order_by', problem })
  }
  return { order, descending: text.startsWith('-'), ...pageOf(input) }
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
