import type { updateInstanceOrganizationSettings as contract } from '#contract/instance-settings/update-instance-organization-settings.ts'
import type { Input } from '#contract/operation.ts'
import {
  type EnrollmentMode,
  type OrganizationSettings,
  organizationSettingsWith,
} from '#server/organizations/organization-settings.ts'
import { Refusal } from '#server/refusal.ts'
import { refuseAsCreatorRole } from '#server/roles/creator-role.ts'
import type { Role } from '#server/roles/role.ts'
import type { HeldRoles } from '#server/roles/role-store.ts'
import type { Call, World } from '#server/world.ts'
import { type AskedSetting, changeSettings } from './change-settings.ts'

/** Nobody is asked in by their address alone: what is not done is not promised. */
function refuseModes(modes: readonly EnrollmentMode[] | null | undefined): void {
  if (!modes?.some((mode) => mode !== 'manual_invitation')) return
  const problem = 'can have manual_invitation alone; nobody is invited by their address on their own here'
  throw new Refusal('form_param_value_invalid', { param: 'domains_enrollment_modes', problem })
}

function roleOf(held: HeldRoles, param: string, id: string | null | undefined): Role | undefined {
  if (id === undefined || id === null) return undefined
  const role = held.roles.find((one) => one.id === id)
  if (!role) throw new Refusal('resource_not_found', { resource: 'organization role', id, param })
  return role
}

export async function updateInstanceOrganizationSettings(
  world: World,
  input: Input<typeof contract>,
  call: Call,
): Promise<OrganizationSettings> {
  refuseModes(input.domains_enrollment_modes)
  const stored = await world.roles.hold((held) => {
    const before = organizationSettingsWith(world, held.settings)
    const creator = roleOf(held, 'creator_role_id', input.creator_role_id)
    if (creator) refuseAsCreatorRole(creator)
    const ofDomains = roleOf(held, 'domains_default_role_id', input.domains_default_role_id)
    const asked = (key: keyof OrganizationSettings, after: unknown, param: string = key): AskedSetting => ({
      param,
      path: `organizations.${key}`,
      before: before[key],
      after,
    })
    return changeSettings(world, call, held, [
      asked('enabled', input.enabled),
      asked('max_allowed_memberships', input.max_allowed_memberships),
      asked('admin_delete_enabled', input.admin_delete_enabled),
      asked('domains_enabled', input.domains_enabled),
      asked('slug_disabled', input.slug_disabled),
      asked('creator_role', creator?.key, 'creator_role_id'),
      asked('domains_default_role', ofDomains?.key, 'domains_default_role_id'),
    ])
  })
  return organizationSettingsWith(world, stored)
}
