import type { Input } from '#contract/operation.ts'
import type { createOrganizationMembership as contract } from '#contract/organizations/create-organization-membership.ts'
import type { Call, World } from '#server/world.ts'
import { addMember } from './add-member.ts'
import { type SeenMembership, seenMembership } from './seen-memberships.ts'

export async function createOrganizationMembership(
  world: World,
  input: Input<typeof contract>,
  call: Call,
): Promise<SeenMembership> {
  const membership = await addMember(world, call, {
    organizationId: input.organization_id,
    userId: input.user_id,
    role: input.role,
    publicMetadata: input.public_metadata,
    privateMetadata: input.private_metadata,
  })
  return seenMembership(world, membership)
}
