import type { FrontendInput } from '#contract/frontend/frontend-operation.ts'
import type { removeOrganizationMember as contract } from '#contract/frontend/organizations/remove-organization-member.ts'
import { removeMember } from '#server/organizations/remove-member.ts'
import { type SeenMembership, seenMemberships } from '#server/organizations/seen-memberships.ts'
import type { ClientCall } from '#server/sessions/client-call.ts'
import type { World } from '#server/world.ts'
import { stillThere, whilePermitted } from './permitted.ts'

export async function removeOrganizationMember(
  world: World,
  { organization_id: id, user_id }: FrontendInput<typeof contract>,
  call: ClientCall,
): Promise<SeenMembership> {
  const removed = await whilePermitted(world, call, id, 'org:sys_memberships:manage', (admit) =>
    removeMember(world, call, id, user_id, admit),
  )
  return stillThere(await seenMemberships(world, [removed]))
}
