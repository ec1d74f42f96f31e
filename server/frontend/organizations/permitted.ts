import { actingId } from '#server/frontend/me/acting-user.ts'
import type { Membership, Organization } from '#server/organizations/organization.ts'
import { refuseWithoutOrganizations } from '#server/organizations/organization-settings.ts'
import type { Admission } from '#server/organizations/within-organization.ts'
import { Refusal } from '#server/refusal.ts'
import { allows, type Role, type SystemPermission } from '#server/roles/role.ts'
import type { ClientCall } from '#server/sessions/client-call.ts'
import type { World } from '#server/world.ts'

/** The same for an organization that is not there, so that strangers learn nothing by asking. */
const strange = (): Refusal => new Refusal('organization_not_found_or_unauthorized')

/** Any one of the permissions is enough; with none, every member may. */
function refuseMember(
  membership: Membership | undefined,
  roles: readonly Role[],
  anyOf: readonly SystemPermission[],
): void {
  const role = roles.find(({ id }) => id === membership?.role_id)
  if (!role) throw strange()
  if (anyOf.length > 0 && !anyOf.some((permission) => allows(role, permission)))
    throw new Refusal('organization_permission_missing', { permission: anyOf.join(' or ') })
}

/** The organization, if the acting user is a member of it whose role has one of the permissions. */
export async function permitted(
  world: World,
  call: ClientCall,
  organizationId: string,
  ...anyOf: readonly SystemPermission[]
): Promise<Organization> {
  await refuseWithoutOrganizations(world)
  const membership = await world.memberships.find(organizationId, actingId(call))
  refuseMember(membership, membership ? await world.roles.all() : [], anyOf)
  const organization = await world.organizations.find(organizationId)
  if (!organization) throw strange()
  return organization
}

/** The organization went away between a look at it and the write. */
export const isUnknown = (error: unknown): boolean =>
  error instanceof Refusal && error.problems[0]!.name === 'organization_not_found'

/**
 * Runs a write that asks `admit` while it holds the organization: a member who is demoted or removed meanwhile is
 * refused. They are asked once before, so that whoever may not write has nothing looked up or computed either.
 */
export async function whilePermitted<T>(
  world: World,
  call: ClientCall,
  organizationId: string,
  permission: SystemPermission | undefined,
  write: (admit: Admission) => Promise<T>,
): Promise<T> {
  const needed = permission ? [permission] : []
  await permitted(world, call, organizationId, ...needed)
  const admit: Admission = async (held, roles) =>
    refuseMember(await held.membership(actingId(call)), roles, needed)
  return write(admit).catch((error) => {
    throw isUnknown(error) ? strange() : error
  })
}

/** What the answer to a write tells of. Of an organization that went right after it nothing is left to tell. */
export function stillThere<T>([one]: readonly T[]): T {
  if (one === undefined) throw strange()
  return one
}
