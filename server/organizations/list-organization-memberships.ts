import type { Input } from '#contract/operation.ts'
import type { listOrganizationMemberships as contract } from '#contract/organizations/list-organization-memberships.ts'
import { readFilters } from '#server/users/user-filters.ts'
import type { UserFilters } from '#server/users/user-store.ts'
import type { World } from '#server/world.ts'
import { listMembers, type SeenMembers } from './list-members.ts'
import { membershipPage } from './membership-page.ts'
import { organizationOf } from './within-organization.ts'

type ListInput = Input<typeof contract>

/** Without a filter of users, nobody has to be looked up among all users of the instance. */
const restricts = (filters: UserFilters): boolean =>
  Object.values(filters).some((filter) => filter !== undefined && !(Array.isArray(filter) && !filter.length))

/** The times of creation are those of the membership, all other filters ask for the member as a user. */
async function membersMatching(world: World, organizationId: string, input: ListInput) {
  const { organization_id, role, created_at_before, created_at_after, ...ofUsers } = input
  const { ids, ...user } = readFilters(ofUsers)
  const roles = role?.length ? await world.roles.all() : undefined
  return {
    organization_id: organizationId,
    user_ids: ids,
    role_ids: roles?.filter(({ key }) => role!.includes(key)).map(({ id }) => id),
    user: restricts(user) ? user : undefined,
    created_before: created_at_before,
    created_after: created_at_after,
  }
}

export async function listOrganizationMemberships(world: World, input: ListInput): Promise<SeenMembers> {
  const page = membershipPage(input)
  const { id } = await organizationOf(world, input.organization_id)
  return listMembers(world, await membersMatching(world, id, input), page)
}
