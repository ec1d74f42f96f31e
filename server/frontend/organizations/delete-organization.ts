import type { FrontendInput } from '#contract/frontend/frontend-operation.ts'
import type { deleteOrganization as contract } from '#contract/frontend/organizations/delete-organization.ts'
import type { Deleted } from '#server/frontend/me/deleted.ts'
import { removeOrganization } from '#server/organizations/remove-organization.ts'
import { Refusal } from '#server/refusal.ts'
import type { ClientCall } from '#server/sessions/client-call.ts'
import type { World } from '#server/world.ts'
import { whilePermitted } from './permitted.ts'

/** Whether members may do it at all is read while the organization is held: the backend may be forbidding it. */
export async function deleteOrganization(
  world: World,
  { organization_id }: FrontendInput<typeof contract>,
  call: ClientCall,
): Promise<Deleted & { readonly slug: string }> {
  const { id, slug } = await whilePermitted(world, call, organization_id, 'org:sys_profile:delete', (admit) =>
    removeOrganization(world, call, organization_id, async (held, roles) => {
      await admit(held, roles)
      if (!held.organization.admin_delete_enabled) throw new Refusal('organization_delete_disabled')
    }),
  )
  return { object: 'organization', id, slug, deleted: true }
}
