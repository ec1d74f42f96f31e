import type { Input } from '#contract/operation.ts'
import type { deleteOrganizationMembership as contract } from '#contract/organizations/delete-organization-membership.ts'
import type { Call, World } from '#server/world.ts'
import { removeMember } from './remove-member.ts'
import { type SeenMembership, seenMembership } from './seen-memberships.ts'

export const deleteOrganizationMembership = async (
  world: World,
  { organization_id, user_id }: Input<typeof contract>,
  call: Call,
): Promise<SeenMembership> => seenMembership(world, await removeMember(world, call, organization_id, user_id))
