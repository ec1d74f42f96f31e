import type { Input } from '#contract/operation.ts'
import type { assignPermissionToOrganizationRole as contract } from '#contract/organization-roles/assign-permission-to-organization-role.ts'
import { refuseWithoutOrganizations } from '#server/organizations/organization-settings.ts'
import { Refusal } from '#server/refusal.ts'
import type { Call, World } from '#server/world.ts'
import { changeRole } from './change-role.ts'
import { allows, type Role } from './role.ts'
import { permissionWithId, roleWithId } from './with-id.ts'

export async function assignPermissionToOrganizationRole(
  world: World,
  input: Input<typeof contract>,
  call: Call,
): Promise<Role> {
  await refuseWithoutOrganizations(world)
  return world.roles.hold(async (held) => {
    const role = roleWithId(held.roles, input.organization_role_id)
    const { id, key } = permissionWithId(held.permissions, input.permission_id)
    if (allows(role, key))
      throw new Refusal('organization_role_permission_association_exists', {
        role: role.key,
        permission: key,
      })
    const permissions = held.permissions.filter((one) => one.id === id || allows(role, one.key))
    return changeRole(world, call, held, role, { permissions })
  })
}
