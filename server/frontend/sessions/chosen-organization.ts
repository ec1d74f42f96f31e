import { refuseWithoutOrganizations } from '#server/organizations/organization-settings.ts'
import { ownOrganizationId } from '#server/organizations/standing-in.ts'
import { Refusal } from '#server/refusal.ts'
import type { World } from '#server/world.ts'

/**
 * The id of the organization that a user chooses to act in: undefined where nothing is said, null for the personal
 * account. Whoever is no member learns nothing of it, not even that it exists.
 */
export async function chosenOrganization(
  world: World,
  userId: string,
  named: string | null | undefined,
): Promise<string | null | undefined> {
  if (named === undefined || named === null) return named
  await refuseWithoutOrganizations(world)
  const id = await ownOrganizationId(world, userId, named)
  if (id === undefined) throw new Refusal('organization_not_found_or_unauthorized')
  return id
}
