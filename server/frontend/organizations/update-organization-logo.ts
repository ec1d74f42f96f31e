import type { FrontendInput } from '#contract/frontend/frontend-operation.ts'
import type { updateOrganizationLogo as contract } from '#contract/frontend/organizations/update-organization-logo.ts'
import { giveLogo } from '#server/organizations/organization-logo.ts'
import type { ClientCall } from '#server/sessions/client-call.ts'
import type { World } from '#server/world.ts'
import { type CountedOrganization, counted } from './counted-organization.ts'
import { whilePermitted } from './permitted.ts'

export const updateOrganizationLogo = async (
  world: World,
  { organization_id: id, file }: FrontendInput<typeof contract> & { readonly file: Buffer },
  call: ClientCall,
): Promise<CountedOrganization> =>
  counted(
    world,
    await whilePermitted(world, call, id, 'org:sys_profile:manage', (admit) =>
      giveLogo(world, call, id, file, admit),
    ),
  )
