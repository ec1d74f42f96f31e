import type { Input } from '#contract/operation.ts'
import {
  type listOrganizations as contract,
  organizationOrderFields,
} from '#contract/organizations/list-organizations.ts'
import { Refusal } from '#server/refusal.ts'
import { needle, readSigned } from '#server/users/user-filters.ts'
import type { World } from '#server/world.ts'
import { factsOf, type SeenOrganization } from './organization-facts.ts'
import { refuseWithoutOrganizations } from './organization-settings.ts'
import type { OrganizationPage } from './organization-store.ts'

type ListInput = Input<typeof contract>

const limitDefault = 10
const limitMax = 500

/** `[+|-]field`. A raw plus of a hand-written URL arrives as a space. */
function readOrder(text: string): Pick<OrganizationPage, 'order' | 'descending'> {
  const order = organizationOrderFields.find((field) => field === text.replace(/^[+\- ]/, ''))
  if (!order) {
    const problem = `must be one of ${organizationOrderFields.join(', ')}, with + or - before it or neither`
    throw new Refusal('form_param_value_invalid', { param: 'order_by', problem })
  }
  return { order, descending: text.startsWith('-') }
}

/** Values out of bounds are no errors here, as in the list of users. */
const readLimit = (limit: number | undefined) =>
  limit !== undefined && limit >= 1 && limit <= limitMax ? limit : limitDefault

export async function listOrganizations(
  world: World,
  input: ListInput,
): Promise<{ readonly data: readonly SeenOrganization[]; readonly total: number }> {
  await refuseWithoutOrganizations(world)
  const part = needle(input.query)
  const filters = {
    ids: readSigned(input.organization_id),
    text: part === undefined ? undefined : { part, id: input.query!.trim() },
    members: readSigned(input.user_id),
  }
  const page = {
    ...readOrder(input.order_by || '-created_at'),
    limit: readLimit(input.limit),
    offset: Math.max(0, input.offset ?? 0),
  }
  const organizations = await world.organizations.list(filters, page)
  const facts = await factsOf(world, organizations, input)
  const data = organizations.map((organization) => ({ organization, facts: facts(organization.id) }))
  return { data, total: await world.organizations.count(filters) }
}
