import type { User } from '#server/users/user.ts'
import type { World } from '#server/world.ts'
import { organizationSettings } from './organization-settings.ts'
import { type SeenMembership, seenMemberships } from './seen-memberships.ts'

/** The memberships of each of the users by their id, newest first; none where the instance has no organizations. */
export async function ownMemberships(
  world: World,
  users: readonly User[],
): Promise<ReadonlyMap<string, readonly SeenMembership[]>> {
  const memberships = await world.memberships.ofUsers(users.map(({ id }) => id))
  const isTold = memberships.length > 0 && (await organizationSettings(world)).enabled
  const seen = isTold ? await seenMemberships(world, memberships, users) : []
  return new Map(users.map(({ id }) => [id, seen.filter(({ user }) => user.id === id)]))
}

/** The membership in the organization that somebody acts in, if they still belong to it. */
export async function membershipIn(
  world: World,
  user: User,
  organizationId: string | null,
): Promise<SeenMembership | undefined> {
  const membership = organizationId ? await world.memberships.find(organizationId, user.id) : undefined
  if (!membership || !(await organizationSettings(world)).enabled) return undefined
  const [seen] = await seenMemberships(world, [membership], [user])
  return seen
}
