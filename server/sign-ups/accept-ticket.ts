import { acceptHeld } from '#server/organizations/accept-invitation.ts'
import type { OrganizationInvitation } from '#server/organizations/organization.ts'
import { withinOrganization } from '#server/organizations/within-organization.ts'
import { Refusal } from '#server/refusal.ts'
import { type Call, eventOf, type World } from '#server/world.ts'
import type { TicketInvitation } from './ticket-invitation.ts'

/** Whatever has become of the invitation or its organization: the ticket of somebody who came too late. */
const tooLate: readonly string[] = [
  'organization_invitation_not_found',
  'organization_invitation_not_pending',
  'organization_invitation_already_accepted',
  'organization_invitation_revoked',
  'organization_not_found',
  'organization_not_enabled_in_instance',
]

/** Those who hold a ticket hear of tickets, not of invitations. */
export const asTicketRefusal = (error: unknown): unknown =>
  error instanceof Refusal && tooLate.includes(error.problems[0]!.name)
    ? new Refusal('ticket_invalid')
    : error

/** A member who came in on another way meanwhile stays what they are. */
async function acceptInOrganization(
  world: World,
  call: Call,
  invitation: OrganizationInvitation,
  userId: string,
): Promise<void> {
  const { id, organization_id } = invitation
  await withinOrganization(world, organization_id, undefined, async (held, roles) => {
    const now = world.now()
    if (!(await held.membership(userId))) {
      await acceptHeld(held, roles, call, invitation, userId, now)
      return
    }
    if (!(await held.endInvitation(id, 'accepted', now))) throw new Refusal('ticket_invalid')
    const details = { organization_id, user_id: userId }
    await held.record(eventOf(call, 'organizationInvitation.accepted', id, now, details))
  })
}

/** Consumes the invitation for the user who has its address: one caller does. */
export async function acceptTicket(
  world: World,
  call: Call,
  { kind, invitation }: TicketInvitation,
  userId: string,
): Promise<void> {
  if (kind === 'organization')
    return acceptInOrganization(world, call, invitation, userId).catch((error) => {
      throw asTicketRefusal(error)
    })
  const now = world.now()
  const event = eventOf(call, 'invitation.accepted', invitation.id, now, { user_id: userId })
  if (!(await world.invitations.accept(invitation.id, now, event))) throw new Refusal('ticket_invalid')
}
