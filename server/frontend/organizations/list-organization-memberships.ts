import type { FrontendInput } from '#contract/frontend/frontend-operation.ts'
import type { listOrganizationMemberships as contract } from '#contract/frontend/organizations/list-organization-memberships.ts'
import { listMembers, type SeenMembers } from '#server/organizations/list-members.ts'
import { membershipPage } from '#server/organizations/membership-page.ts'
import type { ClientCall } from '#server/sessions/client-call.ts'
import { needle } from '#server/users/user-filters.ts'
import type { World } from '#server/world.ts'
import { permitted } from './permitted.ts'

export interface SeenMemberList extends SeenMembers {
  readonly isPaginated: boolean
}

export async function listOrganizationMemberships(
  world: World,
  { organization_id, query, role, paginated, ...page }: FrontendInput<typeof contract>,
  call: ClientCall,
): Promise<SeenMemberList> {
  await permitted(world, call, organization_id, 'org:sys_memberships:read')
  const text = needle(query)
  const keys = (role ?? []).filter((key) => key !== '')
  const roles = keys.length > 0 ? await world.roles.all() : undefined
  const filters = {
    organization_id,
    ...(text ? { user: { text } } : {}),
    ...(roles ? { role_ids: roles.filter(({ key }) => keys.includes(key)).map(({ id }) => id) } : {}),
  }
  return { ...(await listMembers(world, filters, membershipPage(page))), isPaginated: paginated ?? false }
}
