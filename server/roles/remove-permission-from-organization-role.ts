import type { Input } from '#contract/operation.ts'
import type { removePermissionFromOrganizationRole as contract } from '#contract/organization-roles/remove-permission-from-organization-role.ts'
import { refuseWithoutOrganizations } from '#server/organizations/organization-settings.ts'
import { Refusal } from '#server/refusal.ts'
import type { Call, World } from '#server/world.ts'
import { changeRole } from './change-role.ts'
import { allows, type Role } from './role.ts'
import { permissionWithId, roleWithId } from './with-id.ts'

export async function removePermissionFromOrganizationRole(
  world: World,
  input: Input<typeof contract>,
  call: Call,
): Promise<Role> {
  await refuseWithoutOrganizations(world)
  return world.roles.hold(async (held) => {
    const role = roleWithId(held.roles, input.organization_role_id)
    const { id, key } = permissionWithId(held.permissions, input.permission_id)
    if (!allows(role, key))
      throw new Refusal('organization_role_permission_association_not_found', {
        role: role.key,
        permission: key,
      })
    const permissions = role.permissions.filter((one) => one.id !== id)
    return changeRole(world, call, held, role, { permissions })
  })
}
