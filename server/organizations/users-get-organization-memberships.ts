import type { Input } from '#contract/operation.ts'
import type { usersGetOrganizationMemberships as contract } from '#contract/organizations/users-get-organization-memberships.ts'
import type { World } from '#server/world.ts'
import { listMembers, type SeenMembers } from './list-members.ts'
import { membershipPage } from './membership-page.ts'
import { refuseWithoutOrganizations } from './organization-settings.ts'

export async function usersGetOrganizationMemberships(
  world: World,
  { user_id, ...input }: Input<typeof contract>,
): Promise<SeenMembers> {
  await refuseWithoutOrganizations(world)
  return listMembers(world, { user_id }, membershipPage(input))
}
