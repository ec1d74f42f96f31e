import { Refusal } from '#server/refusal.ts'
import type { Role } from '#server/roles/role.ts'
import type { World } from '#server/world.ts'
import type { Organization } from './organization.ts'
import { refuseWithoutOrganizations } from './organization-settings.ts'
import type { HeldOrganization } from './organization-store.ts'

/**
 * Decides whether whoever asks may do it, while the organization is held: throws if not. The backend, which holds a
 * secret key, needs none.
 */
export type Admission = (held: HeldOrganization, roles: readonly Role[]) => Promise<void>

export const unknownOrganization = (id: string): Refusal => new Refusal('organization_not_found', { id })

/** The organization that a path names by its id or its slug. */
export async function organizationOf(world: World, idOrSlug: string): Promise<Organization> {
  await refuseWithoutOrganizations(world)
  const found = idOrSlug.startsWith('org_')
    ? await world.organizations.find(idOrSlug)
    : await world.organizations.findBySlug(idOrSlug.toLowerCase())
  if (!found) throw unknownOrganization(idOrSlug)
  return found
}

/** All of what `work` does to one organization, or nothing. It may be run again: see `OrganizationStore.hold`. */
export async function withinOrganization<T>(
  world: World,
  id: string,
  admit: Admission | undefined,
  work: (held: HeldOrganization, roles: readonly Role[]) => Promise<T>,
): Promise<T> {
  await refuseWithoutOrganizations(world)
  const roles = await world.roles.all()
  const outcome = await world.organizations.hold(id, async (held) => {
    await admit?.(held, roles)
    return { value: await work(held, roles) }
  })
  if (!outcome) throw unknownOrganization(id)
  return outcome.value
}
