import type { Input } from '#contract/operation.ts'
import type { revokeOrganizationInvitation as contract } from '#contract/organizations/revoke-organization-invitation.ts'
import type { Call, World } from '#server/world.ts'
import { unknownInvitation } from './accept-invitation.ts'
import { refuseWithoutManager } from './managing-member.ts'
import { revokeInvitation } from './revoke-invitation.ts'
import { type SeenInvitation, seenInvitations } from './seen-invitations.ts'

export async function revokeOrganizationInvitation(
  world: World,
  input: Input<typeof contract>,
  call: Call,
): Promise<SeenInvitation> {
  const { organization_id, invitation_id, requesting_user_id: userId } = input
  const revoked = await revokeInvitation(world, call, organization_id, invitation_id, async (held, roles) => {
    if (userId) await refuseWithoutManager(held, roles, userId, 'requesting_user_id')
  })
  const [seen] = await seenInvitations(world, [revoked])
  if (!seen) throw unknownInvitation(invitation_id)
  return seen
}
