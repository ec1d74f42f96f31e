import type { FrontendInput } from '#contract/frontend/frontend-operation.ts'
import type { deleteOrganizationLogo as contract } from '#contract/frontend/organizations/delete-organization-logo.ts'
import type { Deleted } from '#server/frontend/me/deleted.ts'
import { dropLogo } from '#server/organizations/organization-logo.ts'
import type { ClientCall } from '#server/sessions/client-call.ts'
import type { World } from '#server/world.ts'
import { whilePermitted } from './permitted.ts'

/** The id is that of the organization: SDKs read it back into the organization whose logo they removed. */
export async function deleteOrganizationLogo(
  world: World,
  { organization_id }: FrontendInput<typeof contract>,
  call: ClientCall,
): Promise<Deleted> {
  const { id } = await whilePermitted(world, call, organization_id, 'org:sys_profile:manage', (admit) =>
    dropLogo(world, call, organization_id, admit),
  )
  return { object: 'organization_logo', id, deleted: true }
}
