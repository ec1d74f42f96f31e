import type { FrontendInput } from '#contract/frontend/frontend-operation.ts'
import type { updateOrganization as contract } from '#contract/frontend/organizations/update-organization.ts'
import { changeOrganization } from '#server/organizations/change-organization.ts'
import type { ClientCall } from '#server/sessions/client-call.ts'
import type { World } from '#server/world.ts'
import { type CountedOrganization, counted } from './counted-organization.ts'
import { whilePermitted } from './permitted.ts'

/** What is empty is not given: an organization has a name and a slug. */
export async function updateOrganization(
  world: World,
  { organization_id: id, name, slug }: FrontendInput<typeof contract>,
  call: ClientCall,
): Promise<CountedOrganization> {
  const attributes = { ...(name ? { name } : {}), ...(slug ? { slug } : {}) }
  const changed = await whilePermitted(world, call, id, 'org:sys_profile:manage', (admit) =>
    changeOrganization(world, call, id, () => attributes, admit),
  )
  return counted(world, changed)
}
