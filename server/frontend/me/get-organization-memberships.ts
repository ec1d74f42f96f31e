import type { FrontendInput } from '#contract/frontend/frontend-operation.ts'
import type { getOrganizationMemberships as contract } from '#contract/frontend/me/get-organization-memberships.ts'
import { listMembers } from '#server/organizations/list-members.ts'
import { membershipPage } from '#server/organizations/membership-page.ts'
import { refuseWithoutOrganizations } from '#server/organizations/organization-settings.ts'
import type { ClientCall } from '#server/sessions/client-call.ts'
import type { World } from '#server/world.ts'
import type { SeenMemberList } from '../organizations/list-organization-memberships.ts'
import { actingId } from './acting-user.ts'

export async function getOrganizationMemberships(
  world: World,
  { paginated, ...page }: FrontendInput<typeof contract>,
  call: ClientCall,
): Promise<SeenMemberList> {
  await refuseWithoutOrganizations(world)
  const members = await listMembers(world, { user_id: actingId(call) }, membershipPage(page))
  return { ...members, isPaginated: paginated ?? false }
}
