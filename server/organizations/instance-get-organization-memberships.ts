import type { Input } from '#contract/operation.ts'
import type { instanceGetOrganizationMemberships as contract } from '#contract/organizations/instance-get-organization-memberships.ts'
import type { World } from '#server/world.ts'
import { listMembers, type SeenMembers } from './list-members.ts'
import { membershipPage } from './membership-page.ts'
import { refuseWithoutOrganizations } from './organization-settings.ts'

export async function instanceGetOrganizationMemberships(
  world: World,
  input: Input<typeof contract>,
): Promise<SeenMembers> {
  await refuseWithoutOrganizations(world)
  return listMembers(world, {}, membershipPage(input))
}
