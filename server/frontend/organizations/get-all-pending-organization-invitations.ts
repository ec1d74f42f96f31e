import type { FrontendInput } from '#contract/frontend/frontend-operation.ts'
import type { getAllPendingOrganizationInvitations as contract } from '#contract/frontend/organizations/get-all-pending-organization-invitations.ts'
import { invitationPage, pageOfInvitations } from '#server/organizations/invitation-filters.ts'
import type { SeenInvitation } from '#server/organizations/seen-invitations.ts'
import type { ClientCall } from '#server/sessions/client-call.ts'
import type { World } from '#server/world.ts'
import { permitted } from './permitted.ts'

const invitationsMax = 500

export async function getAllPendingOrganizationInvitations(
  world: World,
  { organization_id }: FrontendInput<typeof contract>,
  call: ClientCall,
): Promise<readonly SeenInvitation[]> {
  await permitted(world, call, organization_id, 'org:sys_memberships:manage')
  const filters = { organization_id, statuses: ['pending'] }
  const { seen } = await pageOfInvitations(world, filters, invitationPage({ limit: invitationsMax }))
  return seen
}
