import type { createAllowlistIdentifier as contract } from '#contract/access-lists/create-allowlist-identifier.ts'
import type { Input } from '#contract/operation.ts'
import { draftInvitation, refuseInvited, refuseUser } from '#server/invitations/issue-invitations.ts'
import type { Call, World } from '#server/world.ts'
import { listEntry, newEntry } from './list-entry.ts'
import { isWholeDomain, type ListedIdentifier } from './listed-identifier.ts'

/** Lists it and, where asked, invites whoever has the address: both or neither. */
export async function createAllowlistIdentifier(
  world: World,
  { identifier, notify }: Input<typeof contract>,
  call: Call,
): Promise<ListedIdentifier> {
  const entry = newEntry(world, 'allowlist', identifier)
  if (!notify || entry.kind !== 'email_address' || isWholeDomain(entry)) return listEntry(world, call, entry)
  const invite = { email_address: entry.identifier }
  await refuseUser(world, invite)
  const { written, order } = draftInvitation(world, call, invite)
  const listed = { ...entry, invitation_id: written.invitation.id }
  await refuseInvited(listEntry(world, call, listed, written))
  if (order) world.mail.announce(order)
  return listed
}
