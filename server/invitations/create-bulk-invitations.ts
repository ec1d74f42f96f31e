import {
  bulkInvitationsMax,
  type createBulkInvitations as contract,
} from '#contract/invitations/create-bulk-invitations.ts'
import type { Input } from '#contract/operation.ts'
import { Refusal } from '#server/refusal.ts'
import type { Call, World } from '#server/world.ts'
import { type IssuedInvitation, issueInvitations } from './issue-invitations.ts'

export async function createBulkInvitations(
  world: World,
  { invitations }: Input<typeof contract>,
  call: Call,
): Promise<IssuedInvitation[]> {
  if (invitations.length < 1 || invitations.length > bulkInvitationsMax)
    throw new Refusal('bulk_size_exceeded', { max: bulkInvitationsMax })
  return issueInvitations(world, call, invitations)
}
