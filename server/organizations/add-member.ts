import type { JsonText } from '#contract/shapes.ts'
import { newId } from '#server/ids.ts'
import { Refusal, refuseAny } from '#server/refusal.ts'
import { namedRole } from '#server/roles/named-role.ts'
import type { Role } from '#server/roles/role.ts'
import { unknownUser } from '#server/users/get-user.ts'
import { emptyMetadata, metadataProblems } from '#server/users/metadata.ts'
import { type Call, eventOf, type World } from '#server/world.ts'
import type { Membership } from './organization.ts'
import type { HeldOrganization } from './organization-store.ts'
import { type Admission, withinOrganization } from './within-organization.ts'

interface GivenMetadata {
  readonly publicMetadata?: JsonText | null | undefined
  readonly privateMetadata?: JsonText | null | undefined
}

export interface NewMember extends GivenMetadata {
  readonly organizationId: string
  readonly userId: string
  /** The key of a role. */
  readonly role: string
}

export interface Joining extends GivenMetadata {
  readonly userId: string
  readonly role: Role
  readonly now: number
}

/** What the record of events tells of a membership. */
export const membershipDetails = ({ organization_id, user_id }: Membership, role: Role) => ({
  organization_id,
  user_id,
  role: role.key,
})

/**
 * Makes the user a member of an organization that is held, so that of any number who come at once no more get in
 * than there are places.
 */
export async function joinHeld(
  held: HeldOrganization,
  call: Call,
  { userId, role, now, ...given }: Joining,
): Promise<Membership> {
  if (await held.membership(userId)) throw new Refusal('already_a_member_in_organization')
  const { id: organizationId, max_allowed_memberships: max } = held.organization
  if (max > 0 && (await held.membersUpTo(max)) >= max)
    throw new Refusal('organization_membership_quota_exceeded', { max })
  const membership: Membership = {
    id: newId('orgmem', now),
    organization_id: organizationId,
    user_id: userId,
    role_id: role.id,
    public_metadata: given.publicMetadata ?? emptyMetadata,
    private_metadata: given.privateMetadata ?? emptyMetadata,
    created_at: now,
    updated_at: now,
  }
  if (!(await held.addMember(membership))) throw unknownUser(userId)
  const details = membershipDetails(membership, role)
  await held.record(eventOf(call, 'organizationMembership.created', membership.id, now, details))
  return membership
}

export function addMember(
  world: World,
  call: Call,
  { organizationId, role, ...member }: NewMember,
  admit?: Admission,
): Promise<Membership> {
  refuseAny([
    ...metadataProblems('public_metadata', member.publicMetadata ?? emptyMetadata),
    ...metadataProblems('private_metadata', member.privateMetadata ?? emptyMetadata),
  ])
  return withinOrganization(world, organizationId, admit, (held, roles) =>
    joinHeld(held, call, { ...member, role: namedRole(roles, role), now: world.now() }),
  )
}
