import type { Static } from 'typebox'
import type { DeletedObject } from '#contract/deleted-object.ts'
import type { Input } from '#contract/operation.ts'
import type { deleteOrganizationPermission as contract } from '#contract/organization-permissions/delete-organization-permission.ts'
import { refuseWithoutOrganizations } from '#server/organizations/organization-settings.ts'
import { type Call, eventOf, type World } from '#server/world.ts'
import { allows } from './role.ts'
import { permissionWithId, refuseOfSystem } from './with-id.ts'

export async function deleteOrganizationPermission(
  world: World,
  { permission_id: id }: Input<typeof contract>,
  call: Call,
): Promise<Static<typeof DeletedObject>> {
  await refuseWithoutOrganizations(world)
  const at = world.now()
  await world.roles.hold(async (held) => {
    const permission = permissionWithId(held.permissions, id)
    refuseOfSystem(permission)
    await held.removePermission(id, at)
    const { key } = permission
    const roles = held.roles.filter((role) => allows(role, key)).map((role) => role.key)
    await held.record(eventOf(call, 'permission.deleted', id, at, { key, roles }))
  })
  return { object: 'permission', id, deleted: true }
}
