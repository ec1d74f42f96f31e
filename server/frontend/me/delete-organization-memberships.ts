import type { FrontendInput } from '#contract/frontend/frontend-operation.ts'
import type { deleteOrganizationMemberships as contract } from '#contract/frontend/me/delete-organization-memberships.ts'
import { removeMember } from '#server/organizations/remove-member.ts'
import type { ClientCall } from '#server/sessions/client-call.ts'
import type { World } from '#server/world.ts'
import { whilePermitted } from '../organizations/permitted.ts'
import { actingId } from './acting-user.ts'
import type { Deleted } from './deleted.ts'

/** Nobody needs a permission to leave. */
export async function deleteOrganizationMemberships(
  world: World,
  { organization_id: organizationId }: FrontendInput<typeof contract>,
  call: ClientCall,
): Promise<Deleted> {
  const { id } = await whilePermitted(world, call, organizationId, undefined, (admit) =>
    removeMember(world, call, organizationId, actingId(call), admit),
  )
  return { object: 'organization_membership', id, deleted: true }
}
