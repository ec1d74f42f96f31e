import type { FrontendInput } from '#contract/frontend/frontend-operation.ts'
import type { createOrganization as contract } from '#contract/frontend/organizations/create-organization.ts'
import { actingId } from '#server/frontend/me/acting-user.ts'
import { makeOrganization } from '#server/organizations/make-organization.ts'
import type { ClientCall } from '#server/sessions/client-call.ts'
import type { World } from '#server/world.ts'
import { type CountedOrganization, counted } from './counted-organization.ts'

export const createOrganization = async (
  world: World,
  { name, slug }: FrontendInput<typeof contract>,
  call: ClientCall,
): Promise<CountedOrganization> =>
  counted(
    world,
    await makeOrganization(
      world,
      call,
      { name, slug: slug ?? undefined, createdBy: actingId(call) },
      'member',
    ),
  )
