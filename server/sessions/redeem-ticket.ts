import { Refusal } from '#server/refusal.ts'
import { acceptTicket } from '#server/sign-ups/accept-ticket.ts'
import { accountInvited, openInvitationOf } from '#server/sign-ups/ticket-invitation.ts'
import { refuseLocked } from '#server/users/attempts.ts'
import { refuseBanned } from '#server/users/bans.ts'
import type { World } from '#server/world.ts'
import { type ClientCall, hashToken } from './client-call.ts'
import type { FirstFactor } from './sign-in.ts'
import { refuseListedUser } from './sign-in-lists.ts'
import type { SignInChange } from './sign-in-store.ts'

export interface RedeemedTicket {
  readonly userId: string
  readonly proof: SignInChange
}

const proofOf = (rest: Partial<FirstFactor>, now: number): SignInChange => ({
  first_factor: { strategy: 'ticket', verified: true, ...rest },
  first_factor_at: now,
})

/**
 * Whoever was invited and has an account signs in and joins at once. Unlike other tickets an invitation is worth
 * keeping: it is consumed only by its addressee, and by nobody who may not come in.
 */
async function redeemInvitation(
  world: World,
  call: ClientCall,
  token: string,
  expected: string | undefined,
): Promise<RedeemedTicket> {
  const invited = await openInvitationOf(world, token)
  const user = await accountInvited(world, invited)
  if (expected !== undefined && user?.id !== expected) throw new Refusal('ticket_invalid')
  if (!user) throw new Refusal('invitation_account_not_exists', { param: 'ticket' })
  refuseBanned(user)
  refuseLocked(world, user)
  await refuseListedUser(world, user)
  await acceptTicket(world, call, invited, user.id)
  const organization_id = invited.kind === 'organization' ? invited.invitation.organization_id : null
  return { userId: user.id, proof: proofOf({ organization_id }, world.now()) }
}

/**
 * Uses a ticket up by the statement that finds it, whatever comes of it. `expected` is the user of an attempt that
 * has begun: a ticket of anybody else proves nothing there.
 */
export async function redeemTicket(
  world: World,
  call: ClientCall,
  token: string | null | undefined,
  expected?: string,
): Promise<RedeemedTicket> {
  if (!token) throw new Refusal('form_param_missing', { param: 'ticket' })
  const now = world.now()
  const ticket = await world.tickets.redeem(hashToken(token), now)
  if (!ticket) return redeemInvitation(world, call, token, expected)
  const { user_id, actor, organization_id, session_max_duration_in_seconds } = ticket
  if (expected !== undefined && user_id !== expected) throw new Refusal('ticket_invalid')
  return {
    userId: user_id,
    proof: proofOf({ actor, organization_id, session_max_duration_in_seconds }, now),
  }
}
