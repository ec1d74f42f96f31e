import type { Input } from '#contract/operation.ts'
import {
  type listOrganizations as contract,
  organizationOrderFields,
} from '#contract/organizations/list-organizations.ts'
import { pageOf, readOrder } from '#server/read-page.ts'
import { needle, readSigned } from '#server/users/user-filters.ts'
import type { World } from '#server/world.ts'
import { factsOf, type SeenOrganization } from './organization-facts.ts'
import { refuseWithoutOrganizations } from './organization-settings.ts'

type ListInput = Input<typeof contract>

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
    ...readOrder(organizationOrderFields, input.order_by || '-created_at'),
    ...pageOf(input),
  }
  const organizations = await world.organizations.list(filters, page)
  const facts = await factsOf(world, organizations, input)
  const data = organizations.map((organization) => ({ organization, facts: facts(organization.id) }))
  return { data, total: await world.organizations.count(filters) }
}
