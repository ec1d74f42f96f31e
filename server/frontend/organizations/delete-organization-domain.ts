import type { FrontendInput } from '#contract/frontend/frontend-operation.ts'
import type { deleteOrganizationDomain as contract } from '#contract/frontend/organizations/delete-organization-domain.ts'
import type { Deleted } from '#server/frontend/me/deleted.ts'
import { removeDomain } from '#server/organizations/remove-domain.ts'
import type { ClientCall } from '#server/sessions/client-call.ts'
import type { World } from '#server/world.ts'
import { whilePermitted } from './permitted.ts'

export async function deleteOrganizationDomain(
  world: World,
  { organization_id, domain_id }: FrontendInput<typeof contract>,
  call: ClientCall,
): Promise<Deleted> {
  const { id } = await whilePermitted(world, call, organization_id, 'org:sys_domains:manage', (admit) =>
    removeDomain(world, call, organization_id, domain_id, admit),
  )
  return { object: 'organization_domain', id, deleted: true }
}
