import type { Input } from '#contract/operation.ts'
import type { getOrganizationPermission as contract } from '#contract/organization-permissions/get-organization-permission.ts'
import { refuseWithoutOrganizations } from '#server/organizations/organization-settings.ts'
import type { World } from '#server/world.ts'
import type { Permission } from './role.ts'
import { permissionWithId } from './with-id.ts'

export async function getOrganizationPermission(
  world: World,
  input: Input<typeof contract>,
): Promise<Permission> {
  await refuseWithoutOrganizations(world)
  return permissionWithId(await world.roles.permissions(), input.permission_id)
}
