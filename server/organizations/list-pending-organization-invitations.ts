import type { Input } from '#contract/operation.ts'
import type { listPendingOrganizationInvitations as contract } from '#contract/organizations/list-pending-organization-invitations.ts'
import type { World } from '#server/world.ts'
import { invitationPage, pageOfInvitations } from './invitation-filters.ts'
import type { SeenInvitations } from './seen-invitations.ts'
import { organizationOf } from './within-organization.ts'

export async function listPendingOrganizationInvitations(
  world: World,
  { organization_id, ...input }: Input<typeof contract>,
): Promise<SeenInvitations> {
  const { id } = await organizationOf(world, organization_id)
  const filters = { organization_id: id, statuses: ['pending'] }
  return pageOfInvitations(world, filters, invitationPage(input))
}
