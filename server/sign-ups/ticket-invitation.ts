import type { Invitation } from '#server/invitations/invitation.ts'
import { invitationStatusOf, type OrganizationInvitation } from '#server/organizations/organization.ts'
import { organizationSettings } from '#server/organizations/organization-settings.ts'
import { Refusal } from '#server/refusal.ts'
import { hashToken } from '#server/sessions/client-call.ts'
import { canSignIn, type User } from '#server/users/user.ts'
import type { World } from '#server/world.ts'
import type { SignUp } from './sign-up.ts'

/** An invitation whose ticket somebody has. */
export type TicketInvitation = { readonly isOpen: boolean } & (
  | { readonly kind: 'organization'; readonly invitation: OrganizationInvitation }
  | { readonly kind: 'application'; readonly invitation: Invitation }
)

/** Undefined for a ticket of any other kind, or of none. */
export async function invitationOf(world: World, ticket: string): Promise<TicketInvitation | undefined> {
  const hash = hashToken(ticket)
  const now = world.now()
  const ofOrganization = await world.organizationInvitations.findByTokenHash(hash)
  if (ofOrganization) {
    const { enabled } = await organizationSettings(world)
    const isOpen = enabled && invitationStatusOf(ofOrganization, now) === 'pending'
    return { kind: 'organization', invitation: ofOrganization, isOpen }
  }
  const invitation = await world.invitations.findByTokenHash(hash)
  const isOpen = invitation !== undefined && invitationStatusOf(invitation, now) === 'pending'
  return invitation && { kind: 'application', invitation, isOpen }
}

/** The same where only an open one is of use. */
export async function openInvitationOf(world: World, ticket: string): Promise<TicketInvitation> {
  const found = await invitationOf(world, ticket)
  if (!found?.isOpen) throw new Refusal('ticket_invalid')
  return found
}

/** That of a sign-up, which may have come to its end since. */
export async function invitationOfSignUp(
  world: World,
  { invitation_kind, invitation_id }: SignUp,
): Promise<TicketInvitation> {
  const now = world.now()
  if (invitation_kind === 'organization') {
    const invitation = await world.organizationInvitations.find(invitation_id)
    if (invitation && invitationStatusOf(invitation, now) === 'pending')
      return { kind: 'organization', invitation, isOpen: true }
  } else {
    const invitation = await world.invitations.find(invitation_id)
    if (invitation && invitationStatusOf(invitation, now) === 'pending')
      return { kind: 'application', invitation, isOpen: true }
  }
  throw new Refusal('ticket_invalid')
}

/** Who has the invited address already, so that nobody else can. */
export async function accountInvited(
  world: World,
  { invitation: { normalized } }: TicketInvitation,
): Promise<User | undefined> {
  const id = await world.users.claimantOf('email_address', normalized)
  const user = id === undefined ? undefined : await world.users.find(id)
  const isTheirs = user?.identifications.some(
    (one) => one.kind === 'email_address' && one.normalized === normalized && canSignIn(one),
  )
  return isTheirs ? user : undefined
}
