import { Refusal } from '#server/refusal.ts'
import type { Role } from '#server/roles/role.ts'
import { type Call, eventOf, type World } from '#server/world.ts'
import { joinHeld } from './add-member.ts'
import { invitationStatusOf, type Membership, type OrganizationInvitation } from './organization.ts'
import { refuseWithoutOrganizations } from './organization-settings.ts'
import type { HeldOrganization } from './organization-store.ts'
import { withinOrganization } from './within-organization.ts'

export const unknownInvitation = (id: string): Refusal =>
  new Refusal('organization_invitation_not_found', { id })

/** Why an invitation that is not open cannot be accepted. */
export function notOpen(invitation: OrganizationInvitation, now: number): Refusal {
  const status = invitationStatusOf(invitation, now)
  if (status === 'accepted') return new Refusal('organization_invitation_already_accepted')
  if (status === 'revoked') return new Refusal('organization_invitation_revoked')
  return new Refusal('organization_invitation_not_pending')
}

/**
 * Consumes the invitation and makes the user a member, both or neither: in a full organization it stays open. Who
 * calls this has made sure that the user is the one who was invited.
 */
export async function acceptHeld(
  held: HeldOrganization,
  roles: readonly Role[],
  call: Call,
  { id }: Pick<OrganizationInvitation, 'id'>,
  userId: string,
  now: number,
): Promise<Membership> {
  const accepted = await held.endInvitation(id, 'accepted', now)
  if (!accepted) {
    const present = await held.invitation(id)
    throw present ? notOpen(present, now) : unknownInvitation(id)
  }
  // The table allows no role to go while an invitation has it.
  const role = roles.find((one) => one.id === accepted.role_id)!
  const { organization_id, public_metadata: publicMetadata, private_metadata: privateMetadata } = accepted
  const given = { publicMetadata, privateMetadata }
  const membership = await joinHeld(held, call, { userId, role, now, ...given })
  const details = { organization_id, user_id: userId, role: role.key }
  await held.record(eventOf(call, 'organizationInvitation.accepted', id, now, details))
  return membership
}

/**
 * Of a user who is signed in. Only one who has proved to own the invited address learns that there is an invitation:
 * an address that is merely reserved, or not verified, proves nothing.
 */
export async function acceptInvitation(
  world: World,
  call: Call,
  invitationId: string,
  userId: string,
): Promise<Membership> {
  await refuseWithoutOrganizations(world)
  const invitation = await world.organizationInvitations.find(invitationId)
  if (!invitation) throw unknownInvitation(invitationId)
  return withinOrganization(world, invitation.organization_id, undefined, async (held, roles) => {
    if (!(await held.hasVerifiedAddress(userId, invitation.normalized))) throw unknownInvitation(invitationId)
    return acceptHeld(held, roles, call, invitation, userId, world.now())
  })
}
