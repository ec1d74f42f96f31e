import { type Call, eventOf, type World } from '#server/world.ts'
import { membershipDetails } from './add-member.ts'
import { heldMember } from './held-member.ts'
import { refuseWithoutElevated } from './last-elevated-member.ts'
import type { Membership } from './organization.ts'
import { type Admission, withinOrganization } from './within-organization.ts'

/** Answers the membership as it was. */
export const removeMember = (
  world: World,
  call: Call,
  organizationId: string,
  userId: string,
  admit?: Admission,
): Promise<Membership> =>
  withinOrganization(world, organizationId, admit, async (held, roles) => {
    const { membership, role } = await heldMember(held, roles, userId)
    await refuseWithoutElevated(held, membership, role, null)
    await held.removeMember(membership)
    const details = membershipDetails(membership, role)
    await held.record(eventOf(call, 'organizationMembership.deleted', membership.id, world.now(), details))
    return membership
  })
