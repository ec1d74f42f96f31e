import type { FrontendInput } from '#contract/frontend/frontend-operation.ts'
import type { listOrganizationRoles as contract } from '#contract/frontend/organizations/list-organization-roles.ts'
import { type ListPage, listPage } from '#server/roles/list-page.ts'
import type { Role } from '#server/roles/role.ts'
import type { ClientCall } from '#server/sessions/client-call.ts'
import type { World } from '#server/world.ts'
import { permitted } from './permitted.ts'

export async function listOrganizationRoles(
  world: World,
  { organization_id, ...input }: FrontendInput<typeof contract>,
  call: ClientCall,
): Promise<ListPage<Role>> {
  await permitted(world, call, organization_id, 'org:sys_memberships:read', 'org:sys_memberships:manage')
  return listPage(await world.roles.all(), { ...input, order_by: 'created_at' })
}
