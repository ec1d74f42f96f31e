import type { Input } from '#contract/operation.ts'
import type { listOrganizationPermissions as contract } from '#contract/organization-permissions/list-organization-permissions.ts'
import { refuseWithoutOrganizations } from '#server/organizations/organization-settings.ts'
import type { World } from '#server/world.ts'
import { type ListPage, listPage } from './list-page.ts'
import type { Permission } from './role.ts'

export async function listOrganizationPermissions(
  world: World,
  input: Input<typeof contract>,
): Promise<ListPage<Permission>> {
  await refuseWithoutOrganizations(world)
  return listPage(await world.roles.permissions(), input)
}
