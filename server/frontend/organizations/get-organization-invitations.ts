import type { FrontendInput } from '#contract/frontend/frontend-operation.ts'
import type { getOrganizationInvitations as contract } from '#contract/frontend/organizations/get-organization-invitations.ts'
import { invitationPage, pageOfInvitations, readStatuses } from '#server/organizations/invitation-filters.ts'
import type { SeenInvitations } from '#server/organizations/seen-invitations.ts'
import type { ClientCall } from '#server/sessions/client-call.ts'
import type { World } from '#server/world.ts'
import { permitted } from './permitted.ts'

export async function getOrganizationInvitations(
  world: World,
  { organization_id, status, ...page }: FrontendInput<typeof contract>,
  call: ClientCall,
): Promise<SeenInvitations> {
  await permitted(world, call, organization_id, 'org:sys_memberships:manage')
  return pageOfInvitations(world, { organization_id, ...readStatuses(status) }, invitationPage(page))
}
