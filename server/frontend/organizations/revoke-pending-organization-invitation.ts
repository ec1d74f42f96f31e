import type { FrontendInput } from '#contract/frontend/frontend-operation.ts'
import type { revokePendingOrganizationInvitation as contract } from '#contract/frontend/organizations/revoke-pending-organization-invitation.ts'
import { revokeInvitation } from '#server/organizations/revoke-invitation.ts'
import { type SeenInvitation, seenInvitations } from '#server/organizations/seen-invitations.ts'
import type { ClientCall } from '#server/sessions/client-call.ts'
import type { World } from '#server/world.ts'
import { stillThere, whilePermitted } from './permitted.ts'

export async function revokePendingOrganizationInvitation(
  world: World,
  { organization_id: id, invitation_id }: FrontendInput<typeof contract>,
  call: ClientCall,
): Promise<SeenInvitation> {
  const revoked = await whilePermitted(world, call, id, 'org:sys_memberships:manage', (admit) =>
    revokeInvitation(world, call, id, invitation_id, admit),
  )
  return stillThere(await seenInvitations(world, [revoked]))
}
