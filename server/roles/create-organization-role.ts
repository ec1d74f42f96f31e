import type { Input } from '#contract/operation.ts'
import type { createOrganizationRole as contract } from '#contract/organization-roles/create-organization-role.ts'
import { rolesMax } from '#contract/organization-roles/role.ts'
import { newId } from '#server/ids.ts'
import { refuseWithoutOrganizations } from '#server/organizations/organization-settings.ts'
import { Refusal } from '#server/refusal.ts'
import { type Call, eventOf, type World } from '#server/world.ts'
import { claimingKey, refuseRoleKey } from './keys.ts'
import type { Role } from './role.ts'
import { permissionsWithIds } from './with-id.ts'

export async function createOrganizationRole(
  world: World,
  input: Input<typeof contract>,
  call: Call,
): Promise<Role> {
  await refuseWithoutOrganizations(world)
  refuseRoleKey(input.key)
  const at = world.now()
  return world.roles.hold(async (held) => {
    const role: Role = {
      id: newId('role', at),
      key: input.key,
      name: input.name,
      description: input.description ?? null,
      permissions: permissionsWithIds(held.permissions, input.permissions ?? []),
      created_at: at,
      updated_at: at,
    }
    if (held.roles.length >= rolesMax)
      throw new Refusal('organization_instance_roles_quota_exceeded', { max: rolesMax })
    await claimingKey('role', held.insertRole(role))
    await held.record(eventOf(call, 'role.created', role.id, at, { key: role.key }))
    return role
  })
}
