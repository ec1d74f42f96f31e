import type { FrontendInput } from '#contract/frontend/frontend-operation.ts'
import type { getOrganization as contract } from '#contract/frontend/organizations/get-organization.ts'
import type { ClientCall } from '#server/sessions/client-call.ts'
import type { World } from '#server/world.ts'
import { type CountedOrganization, counted } from './counted-organization.ts'
import { permitted } from './permitted.ts'

export const getOrganization = async (
  world: World,
  { organization_id }: FrontendInput<typeof contract>,
  call: ClientCall,
): Promise<CountedOrganization> => counted(world, await permitted(world, call, organization_id))
