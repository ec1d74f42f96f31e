import type { Role } from '#server/roles/role.ts'
import type { User } from '#server/users/user.ts'
import type { World } from '#server/world.ts'
import { unknownMember } from './held-member.ts'
import type { Membership, Organization } from './organization.ts'

/** A membership with all that an answer about it tells. */
export interface SeenMembership {
  readonly membership: Membership
  readonly role: Role
  readonly organization: Organization
  readonly user: User
}

const byId = <T extends { readonly id: string }>(all: readonly T[]) =>
  new Map(all.map((one) => [one.id, one]))

/**
 * In the same order; one whose user or organization is being removed at this moment is left out. The users are read
 * unless they are known.
 */
export async function seenMemberships(
  world: World,
  memberships: readonly Membership[],
  known?: readonly User[],
): Promise<SeenMembership[]> {
  const userIds = [...new Set(memberships.map(({ user_id }) => user_id))]
  const organizationIds = [...new Set(memberships.map(({ organization_id }) => organization_id))]
  const roles = byId(memberships.length > 0 ? await world.roles.all() : [])
  const organizations = byId(await world.organizations.findAll(organizationIds))
  const users = byId(known ?? (await world.users.findAll(userIds)))
  return memberships.flatMap((membership) => {
    const role = roles.get(membership.role_id)
    const organization = organizations.get(membership.organization_id)
    const user = users.get(membership.user_id)
    return role && organization && user ? [{ membership, role, organization, user }] : []
  })
}

/** One of a moment ago; unknown again when its user or organization is gone since. */
export async function seenMembership(world: World, membership: Membership): Promise<SeenMembership> {
  const [seen] = await seenMemberships(world, [membership])
  if (!seen) throw unknownMember(membership.user_id)
  return seen
}
