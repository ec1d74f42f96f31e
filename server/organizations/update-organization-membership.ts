import type { Input } from '#contract/operation.ts'
import type { updateOrganizationMembership as contract } from '#contract/organizations/update-organization-membership.ts'
import type { Call, World } from '#server/world.ts'
import { changeMemberRole } from './change-member-role.ts'
import { type SeenMembership, seenMembership } from './seen-memberships.ts'

export const updateOrganizationMembership = async (
  world: World,
  { organization_id, user_id, role }: Input<typeof contract>,
  call: Call,
): Promise<SeenMembership> =>
  seenMembership(world, await changeMemberRole(world, call, organization_id, user_id, role))
