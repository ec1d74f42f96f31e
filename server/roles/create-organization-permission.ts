import type { Input } from '#contract/operation.ts'
import type { createOrganizationPermission as contract } from '#contract/organization-permissions/create-organization-permission.ts'
import { newId } from '#server/ids.ts'
import { refuseWithoutOrganizations } from '#server/organizations/organization-settings.ts'
import { type Call, eventOf, type World } from '#server/world.ts'
import { claimingKey, refusePermissionKey } from './keys.ts'
import type { Permission } from './role.ts'

export async function createOrganizationPermission(
  world: World,
  input: Input<typeof contract>,
  call: Call,
): Promise<Permission> {
  await refuseWithoutOrganizations(world)
  refusePermissionKey(input.key)
  const at = world.now()
  const permission: Permission = {
    id: newId('perm', at),
    key: input.key,
    name: input.name,
    description: input.description ?? '',
    type: 'user',
    created_at: at,
    updated_at: at,
  }
  await world.roles.hold(async (held) => {
    await claimingKey('permission', held.insertPermission(permission))
    await held.record(eventOf(call, 'permission.created', permission.id, at, { key: permission.key }))
  })
  return permission
}
