import { Refusal } from '#server/refusal.ts'
import type { World } from '#server/world.ts'

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
}

export async function organizationSettings(world: World): Promise<OrganizationSettings> {
  return world.settings.organizations
}

/** Throws where the instance has no organizations. */
export async function refuseWithoutOrganizations(world: World): Promise<OrganizationSettings> {
  const settings = await organizationSettings(world)
  if (!settings.enabled) throw new Refusal('organization_not_enabled_in_instance')
  return settings
}
