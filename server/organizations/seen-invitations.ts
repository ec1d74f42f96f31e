import type { Role } from '#server/roles/role.ts'
import type { User } from '#server/users/user.ts'
import type { World } from '#server/world.ts'
import type { IssuedInvitation } from './invite.ts'
import type { Organization, OrganizationInvitation } from './organization.ts'

/** An invitation with all that an answer about it tells. */
export interface SeenInvitation {
  readonly invitation: OrganizationInvitation
  readonly role: Role
  readonly organization: Organization
  readonly inviter: User | undefined
  /** Only in the answer to its creation. */
  readonly url: string | null
}

export interface SeenInvitations {
  readonly seen: readonly SeenInvitation[]
  readonly total: number
}

const byId = <T extends { readonly id: string }>(all: readonly T[]) =>
  new Map(all.map((one) => [one.id, one]))

/** In the same order; one whose organization is being removed at this moment is left out. */
export async function seenInvitations(
  world: World,
  invitations: readonly (OrganizationInvitation | IssuedInvitation)[],
): Promise<SeenInvitation[]> {
  if (invitations.length === 0) return []
  const roles = byId(await world.roles.all())
  const organizationIds = new Set(invitations.map(({ organization_id }) => organization_id))
  const organizations = byId(await world.organizations.findAll([...organizationIds]))
  const inviterIds = new Set(invitations.flatMap(({ inviter_id }) => inviter_id ?? []))
  const inviters = byId(await world.users.findAll([...inviterIds]))
  return invitations.flatMap((invitation) => {
    const role = roles.get(invitation.role_id)
    const organization = organizations.get(invitation.organization_id)
    const inviter = inviters.get(invitation.inviter_id ?? '')
    const url = 'url' in invitation ? invitation.url : null
    return role && organization ? [{ invitation, role, organization, inviter, url }] : []
  })
}
