import type { revokeInvitation as contract } from '#contract/invitations/revoke-invitation.ts'
import type { Input } from '#contract/operation.ts'
import { Refusal } from '#server/refusal.ts'
import { type Call, eventOf, type World } from '#server/world.ts'
import type { Invitation } from './invitation.ts'

export async function revokeInvitation(
  world: World,
  { invitation_id: id }: Input<typeof contract>,
  call: Call,
): Promise<Invitation> {
  const now = world.now()
  const revoked = await world.invitations.revoke(id, now, eventOf(call, 'invitation.revoked', id, now, {}))
  if (revoked) return revoked
  const found = await world.invitations.find(id)
  if (!found) throw new Refusal('resource_not_found', { resource: 'invitation', id })
  throw new Refusal(
    found.status === 'accepted' ? 'invitation_already_accepted' : 'invitation_already_revoked',
  )
}
