import { namedRole } from '#server/roles/named-role.ts'
import { type Call, eventOf, type World } from '#server/world.ts'
import { membershipDetails } from './add-member.ts'
import { heldMember } from './held-member.ts'
import { refuseWithoutElevated } from './last-elevated-member.ts'
import type { Membership } from './organization.ts'
import { type Admission, withinOrganization } from './within-organization.ts'

/** The role that a member has already changes nothing. */
export const changeMemberRole = (
  world: World,
  call: Call,
  organizationId: string,
  userId: string,
  role: string,
  admit?: Admission,
): Promise<Membership> =>
  withinOrganization(world, organizationId, admit, async (held, roles) => {
    const next = namedRole(roles, role)
    const { membership, role: current } = await heldMember(held, roles, userId)
    if (next.id === current.id) return membership
    await refuseWithoutElevated(held, membership, current, next)
    const at = Math.max(world.now(), membership.updated_at)
    const details = { ...membershipDetails(membership, next), previous_role: current.key }
    await held.record(eventOf(call, 'organizationMembership.updated', membership.id, at, details))
    return held.changeMember(membership, { role_id: next.id, updated_at: at })
  })
