import { organizationSettingsWith } from '#server/organizations/organization-settings.ts'
import { type Call, eventOf, type World } from '#server/world.ts'
import { refuseAsCreatorRole } from './creator-role.ts'
import { claimingKey } from './keys.ts'
import type { Role } from './role.ts'
import type { HeldRoles } from './role-store.ts'

type Attributes = Pick<Role, 'name' | 'key' | 'description' | 'permissions'>

/** The names of what differs. */
const changedFields = (before: Role, after: Role) =>
  (['name', 'key', 'description', 'permissions'] as const).filter((field) =>
    field === 'permissions'
      ? before.permissions.map(({ id }) => id).join() !== after.permissions.map(({ id }) => id).join()
      : before[field] !== after[field],
  )

/**
 * Writes what differs of a role that is held. The role of those who make organizations keeps what running one needs,
 * whichever way its permissions are changed.
 */
export async function changeRole(
  world: World,
  call: Call,
  held: HeldRoles,
  before: Role,
  attributes: Partial<Attributes>,
): Promise<Role> {
  const at = world.now()
  const after = { ...before, ...attributes, updated_at: at }
  const changed = changedFields(before, after)
  if (changed.length === 0) return before
  if (organizationSettingsWith(world, held.settings).creator_role === before.key) refuseAsCreatorRole(after)
  await claimingKey('role', held.changeRole(after))
  await held.record(eventOf(call, 'role.updated', before.id, at, { changed }))
  return after
}
