import type { createInvitation as contract } from '#contract/invitations/create-invitation.ts'
import type { Input } from '#contract/operation.ts'
import { Refusal } from '#server/refusal.ts'
import type { Call, World } from '#server/world.ts'
import { type IssuedInvitation, issueInvitations } from './issue-invitations.ts'

export async function createInvitation(
  world: World,
  input: Input<typeof contract>,
  call: Call,
): Promise<IssuedInvitation> {
  // The body's check has refused the address as unknown where the kind is off; this is for a body without it.
  if (input.email_address === undefined)
    throw new Refusal('feature_not_enabled', { feature: 'email address' })
  const [issued] = await issueInvitations(world, call, [input])
  return issued!
}
