import type { FrontendInput } from '#contract/frontend/frontend-operation.ts'
import type { createOrganizationMembership as contract } from '#contract/frontend/organizations/create-organization-membership.ts'
import { addMember } from '#server/organizations/add-member.ts'
import { type SeenMembership, seenMemberships } from '#server/organizations/seen-memberships.ts'
import type { ClientCall } from '#server/sessions/client-call.ts'
import type { World } from '#server/world.ts'
import { stillThere, whilePermitted } from './permitted.ts'

export async function createOrganizationMembership(
  world: World,
  { organization_id: organizationId, user_id: userId, role }: FrontendInput<typeof contract>,
  call: ClientCall,
): Promise<SeenMembership> {
  const member = { organizationId, userId, role }
  const added = await whilePermitted(world, call, organizationId, 'org:sys_memberships:manage', (admit) =>
    addMember(world, call, member, admit),
  )
  return stillThere(await seenMemberships(world, [added]))
}
