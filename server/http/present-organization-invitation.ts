import type { Static } from 'typebox'
import type * as wire from '#contract/organizations/invitation.ts'
import { invitationStatusOf } from '#server/organizations/organization.ts'
import type { SeenInvitation, SeenInvitations } from '#server/organizations/seen-invitations.ts'
import { identifierOf } from '#server/users/identifier-of.ts'
import type { User } from '#server/users/user.ts'
import type { World } from '#server/world.ts'
import { publicOrganizationData } from './present-organization.ts'
import { pictureOf } from './present-user.ts'
import type { AnswerText } from './route.ts'

function inviterData(user: User, world: World): Static<typeof wire.InviterData> {
  const { image_url, has_image } = pictureOf(user, world)
  return {
    user_id: user.id,
    first_name: user.first_name,
    last_name: user.last_name,
    image_url,
    has_image,
    identifier: identifierOf(user),
  }
}

/** The metadata is copied in as the text that it is stored as, so that numbers and key order survive. */
function write({ invitation, role, inviter, url }: SeenInvitation, world: World, more: object): string {
  const { id, email_address, organization_id, public_metadata, private_metadata } = invitation
  const head = {
    object: 'organization_invitation',
    id,
    email_address,
    role: role.key,
    role_name: role.name,
    organization_id,
    inviter_id: invitation.inviter_id,
    public_inviter_data: inviter ? inviterData(inviter, world) : null,
    status: invitationStatusOf(invitation, world.now()),
  } as const satisfies Partial<wire.OrganizationInvitation>
  const tail = {
    url,
    expires_at: invitation.expire_at,
    created_at: invitation.created_at,
    updated_at: invitation.updated_at,
    ...more,
  } as const satisfies Partial<wire.OrganizationInvitation>
  const metadata = `"public_metadata":${public_metadata},"private_metadata":${private_metadata}`
  return `${JSON.stringify(head).slice(0, -1)},${metadata},${JSON.stringify(tail).slice(1)}`
}

export const presentOrganizationInvitation = (
  seen: SeenInvitation,
  world: World,
): AnswerText<wire.OrganizationInvitation> => write(seen, world, {})

const withOrganization = (
  seen: SeenInvitation,
  world: World,
): AnswerText<wire.OrganizationInvitationWithOrganization> =>
  write(seen, world, { public_organization_data: publicOrganizationData(seen.organization, world) })

export const presentOrganizationInvitations = (
  { seen, total }: SeenInvitations,
  world: World,
): AnswerText<wire.OrganizationInvitationPage> =>
  `{"data":[${seen.map((one) => presentOrganizationInvitation(one, world)).join(',')}],"total_count":${total}}`

export const presentInvitationsWithOrganizations = (
  { seen, total }: SeenInvitations,
  world: World,
): AnswerText<wire.OrganizationInvitationWithOrganizationPage> =>
  `{"data":[${seen.map((one) => withOrganization(one, world)).join(',')}],"total_count":${total}}`
