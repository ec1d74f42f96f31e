import type { Input } from '#contract/operation.ts'
import type { listOrganizationRoles as contract } from '#contract/organization-roles/list-organization-roles.ts'
import { refuseWithoutOrganizations } from '#server/organizations/organization-settings.ts'
import type { World } from '#server/world.ts'
import { type ListPage, listPage } from './list-page.ts'
import type { Role } from './role.ts'

export async function listOrganizationRoles(
  world: World,
  input: Input<typeof contract>,
): Promise<ListPage<Role>> {
  await refuseWithoutOrganizations(world)
  return listPage(await world.roles.all(), input)
}
