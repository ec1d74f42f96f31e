import { ownOrganizationId } from '#server/organizations/standing-in.ts'
import { Refusal } from '#server/refusal.ts'
import type { World } from '#server/world.ts'

/** The id of the organization that a session is to begin in, which the backend names; undefined for none. */
export async function firstOrganization(
  world: World,
  userId: string,
  param: string,
  named: string | null | undefined,
): Promise<string | undefined> {
  if (!named) return undefined
  const id = await ownOrganizationId(world, userId, named)
  if (id === undefined) throw new Refusal('form_resource_not_found', { param })
  return id
}
