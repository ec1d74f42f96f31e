import type { enrollmentModes } from '#contract/instance-settings/instance.ts'
import type { StoredSettings } from '#server/instance-settings/instance-settings-store.ts'
import { settledWith } from '#server/instance-settings/settled-with.ts'
import { Refusal } from '#server/refusal.ts'
import type { World } from '#server/world.ts'

export type EnrollmentMode = (typeof enrollmentModes)[number]

/** What holds for organizations in this instance, at this moment. */
export interface OrganizationSettings {
  readonly enabled: boolean
  /** For organizations made from now on; 0 means any number. */
  readonly max_allowed_memberships: number
  readonly admin_delete_enabled: boolean
  readonly slug_disabled: boolean
  /** The key of the role that whoever makes an organization gets. */
  readonly creator_role: string
  readonly domains_enabled: boolean
  /** The key of the role of those who come in by the domain of their address. */
  readonly domains_default_role: string
  /** How people may come in by the domain of their address: nobody is asked in by it alone. */
  readonly domains_enrollment_modes: readonly EnrollmentMode[]
}

/** What holds with these changes of the API, for those who hold them. */
export function organizationSettingsWith(world: World, stored: StoredSettings): OrganizationSettings {
  const settled = settledWith(world, stored)
  const { organizations: file } = world.settings
  const value = <K extends keyof typeof file>(key: K): (typeof file)[K] =>
    settled(`organizations.${key}`, file[key])
  return {
    enabled: value('enabled'),
    max_allowed_memberships: value('max_allowed_memberships'),
    admin_delete_enabled: value('admin_delete_enabled'),
    slug_disabled: value('slug_disabled'),
    creator_role: value('creator_role'),
    domains_enabled: value('domains_enabled'),
    domains_default_role: value('domains_default_role'),
    domains_enrollment_modes: ['manual_invitation'],
  }
}

export const organizationSettings = async (world: World): Promise<OrganizationSettings> =>
  organizationSettingsWith(world, await world.instanceSettings.all())

/** Throws where the instance has no organizations. */
export async function refuseWithoutOrganizations(world: World): Promise<OrganizationSettings> {
  const settings = await organizationSettings(world)
  if (!settings.enabled) throw new Refusal('organization_not_enabled_in_instance')
  return settings
}
