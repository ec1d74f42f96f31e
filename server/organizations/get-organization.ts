import type { Input } from '#contract/operation.ts'
import type { getOrganization as contract } from '#contract/organizations/get-organization.ts'
import type { World } from '#server/world.ts'
import { factsOf, type SeenOrganization } from './organization-facts.ts'
import { organizationOf } from './within-organization.ts'

export async function getOrganization(
  world: World,
  input: Input<typeof contract>,
): Promise<SeenOrganization> {
  const organization = await organizationOf(world, input.organization_id)
  const facts = await factsOf(world, [organization], input)
  return { organization, facts: facts(organization.id) }
}
