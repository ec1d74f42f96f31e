import { newId } from '#server/ids.ts'
import type { MailOrder } from '#server/mail/messages.ts'
import { Refusal } from '#server/refusal.ts'
import { namedRole } from '#server/roles/named-role.ts'
import type { Role } from '#server/roles/role.ts'
import { hashToken, newToken } from '#server/sessions/client-call.ts'
import { identifierOf } from '#server/users/identifier-of.ts'
import { emptyMetadata } from '#server/users/metadata.ts'
import type { User } from '#server/users/user.ts'
import { type Call, eventOf, type World } from '#server/world.ts'
import { refuseWithoutManager } from './managing-member.ts'
import type { OrganizationInvitation } from './organization.ts'
import type { HeldOrganization } from './organization-store.ts'
import { type Invite, type ReadInvite, readInvites } from './read-invites.ts'
import { type Admission, withinOrganization } from './within-organization.ts'

/** An invitation with the link that holds its secret, which nothing but this answer and the mail ever hold. */
export interface IssuedInvitation extends OrganizationInvitation {
  readonly url: string
}

const daysDefault = 30
const dayMs = 24 * 3_600_000

/** Where the link of an invitation leads, be it to an organization or to the application. */
export const acceptAddress = (world: World, token: string): string =>
  `${world.publicUrl}/v1/tickets/accept?ticket=${token}`

const nameOf = (user: User): string =>
  [user.first_name, user.last_name].filter((part) => part).join(' ') || identifierOf(user)

/** Refuses an invitation that nobody could accept, or that is there already. */
async function refuseVain(held: HeldOrganization, { normalized, ownerId }: ReadInvite, now: number) {
  if (ownerId !== undefined && (await held.membership(ownerId)))
    throw new Refusal('already_a_member_in_organization')
  if (await held.openInvitationFor(normalized, now))
    throw new Refusal('organization_invitation_not_unique', { email: normalized })
  const max = held.organization.max_allowed_memberships
  if (max === 0) return
  const taken = (await held.membersUpTo(max)) + (await held.openInvitationsUpTo(max, now))
  if (taken >= max) throw new Refusal('organization_membership_quota_exceeded', { max })
}

async function issue(
  world: World,
  call: Call,
  held: HeldOrganization,
  roles: readonly Role[],
  invite: ReadInvite,
): Promise<{ issued: IssuedInvitation; order: MailOrder | undefined }> {
  const at = world.now()
  const { given, inviter } = invite
  const role = namedRole(roles, given.role)
  if (given.inviterId) await refuseWithoutManager(held, roles, given.inviterId, 'inviter_user_id')
  await refuseVain(held, invite, at)
  const token = newToken()
  const days = given.expiresInDays ?? daysDefault
  const invitation: OrganizationInvitation = {
    id: newId('orginv', at),
    organization_id: held.organization.id,
    email_address: invite.value,
    normalized: invite.normalized,
    role_id: role.id,
    inviter_id: given.inviterId ?? null,
    token_hash: hashToken(token),
    status: 'pending',
    redirect_url: given.redirectUrl ?? null,
    expire_at: at + days * dayMs,
    public_metadata: given.publicMetadata ?? emptyMetadata,
    private_metadata: given.privateMetadata ?? emptyMetadata,
    created_at: at,
    updated_at: at,
  }
  await held.addInvitation(invitation)
  const { id, organization_id } = invitation
  await held.record(
    eventOf(call, 'organizationInvitation.created', id, at, { organization_id, role: role.key }),
  )
  const link = acceptAddress(world, token)
  const issued = { ...invitation, url: link }
  if (given.notify === false) return { issued, order: undefined }
  const organization = held.organization.name
  const values = { organization, inviter: inviter ? nameOf(inviter) : null, link, days }
  const order: MailOrder = {
    kind: 'organization_invitation',
    user_id: invite.ownerId ?? null,
    recipient: invitation.email_address,
    values,
  }
  await held.post(world.mail.compose(order))
  return { issued, order }
}

/** Invites all of them, or nobody. The mails are stored with the invitations, and sent once those are there. */
export async function inviteToOrganization(
  world: World,
  call: Call,
  organizationId: string,
  invites: readonly Invite[],
  admit?: Admission,
): Promise<IssuedInvitation[]> {
  const read = await readInvites(world, invites)
  const made = await withinOrganization(world, organizationId, admit, async (held, roles) => {
    const all: Awaited<ReturnType<typeof issue>>[] = []
    for (const invite of read) all.push(await issue(world, call, held, roles, invite))
    return all
  })
  for (const { order } of made) if (order) world.mail.announce(order)
  return made.map(({ issued }) => issued)
}
