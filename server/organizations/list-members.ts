import type { World } from '#server/world.ts'
import type { MembershipFilters, MembershipPage } from './membership-store.ts'
import { type SeenMembership, seenMemberships } from './seen-memberships.ts'

/** A page of memberships, and how many there are of them in all. */
export interface SeenMembers {
  readonly seen: readonly SeenMembership[]
  readonly total: number
}

export async function listMembers(
  world: World,
  filters: MembershipFilters,
  page: MembershipPage,
): Promise<SeenMembers> {
  const memberships = await world.memberships.list(filters, page)
  return { seen: await seenMemberships(world, memberships), total: await world.memberships.count(filters) }
}
