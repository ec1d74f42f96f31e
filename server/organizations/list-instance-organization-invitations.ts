import type { Input } from '#contract/operation.ts'
import type { listInstanceOrganizationInvitations as contract } from '#contract/organizations/list-instance-organization-invitations.ts'
import { needle } from '#server/users/user-filters.ts'
import type { World } from '#server/world.ts'
import { invitationPage, pageOfInvitations, readStatuses } from './invitation-filters.ts'
import { refuseWithoutOrganizations } from './organization-settings.ts'
import type { SeenInvitations } from './seen-invitations.ts'

export async function listInstanceOrganizationInvitations(
  world: World,
  { status, query, ...input }: Input<typeof contract>,
): Promise<SeenInvitations> {
  await refuseWithoutOrganizations(world)
  const text = needle(query)
  const filters = { ...readStatuses(status), ...(text === undefined ? {} : { text }) }
  return pageOfInvitations(world, filters, invitationPage(input))
}
