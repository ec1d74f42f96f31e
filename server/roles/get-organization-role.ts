import type { Input } from '#contract/operation.ts'
import type { getOrganizationRole as contract } from '#contract/organization-roles/get-organization-role.ts'
import { refuseWithoutOrganizations } from '#server/organizations/organization-settings.ts'
import type { World } from '#server/world.ts'
import type { Role } from './role.ts'
import { roleWithId } from './with-id.ts'

export async function getOrganizationRole(world: World, input: Input<typeof contract>): Promise<Role> {
  await refuseWithoutOrganizations(world)
  return roleWithId(await world.roles.all(), input.organization_role_id)
}
