import type { FrontendInput } from '#contract/frontend/frontend-operation.ts'
import type { updateOrganizationMembership as contract } from '#contract/frontend/organizations/update-organization-membership.ts'
import { changeMemberRole } from '#server/organizations/change-member-role.ts'
import { type SeenMembership, seenMemberships } from '#server/organizations/seen-memberships.ts'
import type { ClientCall } from '#server/sessions/client-call.ts'
import type { World } from '#server/world.ts'
import { stillThere, whilePermitted } from './permitted.ts'

export async function updateOrganizationMembership(
  world: World,
  { organization_id: id, user_id, role }: FrontendInput<typeof contract>,
  call: ClientCall,
): Promise<SeenMembership> {
  const changed = await whilePermitted(world, call, id, 'org:sys_memberships:manage', (admit) =>
    changeMemberRole(world, call, id, user_id, role, admit),
  )
  return stillThere(await seenMemberships(world, [changed]))
}
