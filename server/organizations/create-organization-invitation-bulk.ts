import type { Input } from '#contract/operation.ts'
import {
  type createOrganizationInvitationBulk as contract,
  invitationsMax,
} from '#contract/organizations/create-organization-invitation-bulk.ts'
import { Refusal } from '#server/refusal.ts'
import type { Call, World } from '#server/world.ts'
import { readInvite } from './create-organization-invitation.ts'
import { inviteToOrganization } from './invite.ts'
import { type SeenInvitations, seenInvitations } from './seen-invitations.ts'

export async function createOrganizationInvitationBulk(
  world: World,
  { organization_id, invitations }: Input<typeof contract>,
  call: Call,
): Promise<SeenInvitations> {
  if (invitations.length === 0 || invitations.length > invitationsMax)
    throw new Refusal('bulk_size_exceeded', { param: 'invitations', max: invitationsMax })
  const issued = await inviteToOrganization(world, call, organization_id, invitations.map(readInvite))
  return { seen: await seenInvitations(world, issued), total: issued.length }
}
