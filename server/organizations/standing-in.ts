import type { World } from '#server/world.ts'
import type { Standing } from './membership-store.ts'
import { organizationSettings } from './organization-settings.ts'

/**
 * What the user is in the organization at this moment; undefined for one who is no member, or where the instance has
 * no organizations. Asked anew for every token: what a session remembers may be out of date.
 */
export async function standingIn(
  world: World,
  userId: string,
  organizationId: string | null | undefined,
): Promise<Standing | undefined> {
  if (!organizationId) return undefined
  const standing = await world.memberships.standing(organizationId, userId)
  return standing && (await organizationSettings(world)).enabled ? standing : undefined
}

/** The id of the organization that the text names, by id or slug, if the user is a member of it. */
export async function ownOrganizationId(
  world: World,
  userId: string,
  idOrSlug: string,
): Promise<string | undefined> {
  const isId = idOrSlug.startsWith('org_')
  const id = isId ? idOrSlug : (await world.organizations.findBySlug(idOrSlug.toLowerCase()))?.id
  return (await standingIn(world, userId, id))?.organizationId
}
