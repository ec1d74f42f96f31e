import {
  type OrganizationSettings,
  organizationSettings,
} from '#server/organizations/organization-settings.ts'
import type { World } from '#server/world.ts'

/** Answered without organizations too: this is where they are switched on. */
export const getInstanceOrganizationSettings = (world: World): Promise<OrganizationSettings> =>
  organizationSettings(world)
