import type { Input } from '#contract/operation.ts'
import type { updateOrganizationPermission as contract } from '#contract/organization-permissions/update-organization-permission.ts'
import { refuseWithoutOrganizations } from '#server/organizations/organization-settings.ts'
import { type Call, eventOf, type World } from '#server/world.ts'
import { claimingKey, refusePermissionKey } from './keys.ts'
import type { Permission } from './role.ts'
import { permissionWithId, refuseOfSystem } from './with-id.ts'

export async function updateOrganizationPermission(
  world: World,
  input: Input<typeof contract>,
  call: Call,
): Promise<Permission> {
  await refuseWithoutOrganizations(world)
  refusePermissionKey(input.key)
  const at = world.now()
  return world.roles.hold(async (held) => {
    const before = permissionWithId(held.permissions, input.permission_id)
    refuseOfSystem(before)
    const after = {
      ...before,
      name: input.name ?? before.name,
      key: input.key ?? before.key,
      description: input.description ?? before.description,
      updated_at: at,
    }
    const changed = (['name', 'key', 'description'] as const).filter(
      (field) => before[field] !== after[field],
    )
    if (changed.length === 0) return before
    await claimingKey('permission', held.changePermission(after))
    await held.record(eventOf(call, 'permission.updated', before.id, at, { changed }))
    return after
  })
}
