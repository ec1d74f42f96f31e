import type * as wireInvitation from '#contract/frontend/organizations/invitation.ts'
import type * as wireMembership from '#contract/frontend/organizations/membership.ts'
import type * as wire from '#contract/frontend/organizations/organization.ts'
import type * as wireRole from '#contract/frontend/organizations/role.ts'
import type { CountedOrganization } from '#server/frontend/organizations/counted-organization.ts'
import type { SeenMemberList } from '#server/frontend/organizations/list-organization-memberships.ts'
import { invitationStatusOf, type Organization } from '#server/organizations/organization.ts'
import type { OrganizationFacts } from '#server/organizations/organization-store.ts'
import type { SeenInvitation, SeenInvitations } from '#server/organizations/seen-invitations.ts'
import type { SeenMembership } from '#server/organizations/seen-memberships.ts'
import type { ListPage } from '#server/roles/list-page.ts'
import type { Role } from '#server/roles/role.ts'
import type { World } from '#server/world.ts'
import { publicOrganizationData } from '../present-organization.ts'
import { seenRole } from '../present-role.ts'
import type { AnswerText } from '../route.ts'
import { publicUserData } from './public-user-data.ts'

type Counted = Pick<OrganizationFacts, 'members_count' | 'pending_invitations_count'>

const list = <T>(all: readonly T[], present: (one: T) => string) => `[${all.map(present).join(',')}]`

/** The metadata is copied in as the text that it is stored as, so that numbers and key order survive. */
export function presentSeenOrganization(
  organization: Organization,
  world: World,
  counted?: Counted,
): AnswerText<wire.Organization> {
  const { max_allowed_memberships, admin_delete_enabled, created_at, updated_at } = organization
  const head = {
    object: 'organization',
    ...publicOrganizationData(organization, world),
    ...(counted && {
      members_count: counted.members_count,
      pending_invitations_count: counted.pending_invitations_count,
    }),
    max_allowed_memberships,
    admin_delete_enabled,
    created_at,
    updated_at,
  } as const satisfies Partial<wire.Organization>
  return `${JSON.stringify(head).slice(0, -1)},"public_metadata":${organization.public_metadata}}`
}

export function presentSeenMembership(
  { membership, role, organization, user }: SeenMembership,
  world: World,
): AnswerText<wireMembership.OrganizationMembership> {
  const { id, public_metadata, created_at, updated_at } = membership
  const head = {
    object: 'organization_membership',
    id,
    role: role.key,
    role_name: role.name,
    permissions: role.permissions.map(({ key }) => key),
    public_user_data: publicUserData(user, world),
    created_at,
    updated_at,
  } as const satisfies Partial<wireMembership.OrganizationMembership>
  const within = `"organization":${presentSeenOrganization(organization, world)}`
  return `${JSON.stringify(head).slice(0, -1)},"public_metadata":${public_metadata},${within}}`
}

export const presentCountedOrganization = ({ organization, facts }: CountedOrganization, world: World) =>
  presentSeenOrganization(organization, world, facts)

export const presentSeenMembers = (
  { seen, total, isPaginated }: SeenMemberList,
  world: World,
): AnswerText<wireMembership.OrganizationMembership[] | wireMembership.OrganizationMemberships> => {
  const data = list(seen, (one) => presentSeenMembership(one, world))
  return isPaginated ? `{"data":${data},"total_count":${total}}` : data
}

/** Without the link: whoever reads it could accept in the place of the one who is invited. */
export function presentSeenInvitation(
  { invitation, role, organization }: SeenInvitation,
  world: World,
): AnswerText<wireInvitation.OrganizationInvitation> {
  const { id, email_address, organization_id, public_metadata, created_at, updated_at } = invitation
  const head = {
    object: 'organization_invitation',
    id,
    email_address,
    role: role.key,
    role_name: role.name,
    organization_id,
    public_organization_data: publicOrganizationData(organization, world),
    status: invitationStatusOf(invitation, world.now()),
    url: null,
    expires_at: invitation.expire_at,
    created_at,
    updated_at,
  } as const satisfies Partial<wireInvitation.OrganizationInvitation>
  return `${JSON.stringify(head).slice(0, -1)},"public_metadata":${public_metadata}}`
}

export const presentSeenInvitationList = (
  seen: readonly SeenInvitation[],
  world: World,
): AnswerText<wireInvitation.OrganizationInvitation[]> =>
  list(seen, (one) => presentSeenInvitation(one, world))

export const presentSeenInvitations = (
  { seen, total }: SeenInvitations,
  world: World,
): AnswerText<wireInvitation.OrganizationInvitations> =>
  `{"data":${presentSeenInvitationList(seen, world)},"total_count":${total}}`

export const presentSeenRoles = ({ data, total }: ListPage<Role>): AnswerText<wireRole.Roles> =>
  JSON.stringify({
    data: data.map((role) => ({ ...seenRole(role), description: role.description ?? '' })),
    total_count: total,
    has_role_set_migration: false,
  } satisfies wireRole.Roles)
