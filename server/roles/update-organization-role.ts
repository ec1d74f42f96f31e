import type { Input } from '#contract/operation.ts'
import type { updateOrganizationRole as contract } from '#contract/organization-roles/update-organization-role.ts'
import { type AskedSetting, changeSettings } from '#server/instance-settings/change-settings.ts'
import {
  organizationSettingsWith,
  refuseWithoutOrganizations,
} from '#server/organizations/organization-settings.ts'
import type { Call, World } from '#server/world.ts'
import { changeRole } from './change-role.ts'
import { refuseRoleKey } from './keys.ts'
import type { Role } from './role.ts'
import type { HeldRoles } from './role-store.ts'
import { permissionsWithIds, roleWithId } from './with-id.ts'

/** Settings that name the role go on naming it. */
function followKey(world: World, { settings }: HeldRoles, before: string, after: string): AskedSetting[] {
  const named = organizationSettingsWith(world, settings)
  return (['creator_role', 'domains_default_role'] as const)
    .filter((name) => named[name] === before)
    .map((name) => ({ param: 'key', path: `organizations.${name}`, before, after }))
}

export async function updateOrganizationRole(
  world: World,
  input: Input<typeof contract>,
  call: Call,
): Promise<Role> {
  await refuseWithoutOrganizations(world)
  refuseRoleKey(input.key)
  return world.roles.hold(async (held) => {
    const before = roleWithId(held.roles, input.organization_role_id)
    const after = await changeRole(world, call, held, before, {
      name: input.name ?? before.name,
      key: input.key ?? before.key,
      description: input.description ?? before.description,
      permissions: input.permissions
        ? permissionsWithIds(held.permissions, input.permissions)
        : before.permissions,
    })
    if (after.key !== before.key)
      await changeSettings(world, call, held, followKey(world, held, before.key, after.key))
    return after
  })
}
