import type { Static } from 'typebox'
import type { Input } from '#contract/operation.ts'
import type { createOrganizationInvitation as contract } from '#contract/organizations/create-organization-invitation.ts'
import type { NewInvitation } from '#contract/organizations/invitation.ts'
import type { Call, World } from '#server/world.ts'
import { inviteToOrganization } from './invite.ts'
import type { Invite } from './read-invites.ts'
import { type SeenInvitation, seenInvitations } from './seen-invitations.ts'

export const readInvite = (input: Static<typeof NewInvitation>): Invite => ({
  emailAddress: input.email_address,
  role: input.role,
  inviterId: input.inviter_user_id,
  publicMetadata: input.public_metadata,
  privateMetadata: input.private_metadata,
  redirectUrl: input.redirect_url,
  expiresInDays: input.expires_in_days,
  notify: input.notify,
})

export async function createOrganizationInvitation(
  world: World,
  input: Input<typeof contract>,
  call: Call,
): Promise<SeenInvitation> {
  const issued = await inviteToOrganization(world, call, input.organization_id, [readInvite(input)])
  const [seen] = await seenInvitations(world, issued)
  return seen!
}
