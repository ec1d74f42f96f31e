import type { FrontendInput } from '#contract/frontend/frontend-operation.ts'
import type { getEmailAddress as contract } from '#contract/frontend/me/get-email-address.ts'
import type { ClientCall } from '#server/sessions/client-call.ts'
import type { World } from '#server/world.ts'
import { type OwnEmailAddress, ownEmailAddress, withPending } from './own-email-address.ts'

export const getEmailAddress = async (
  world: World,
  input: FrontendInput<typeof contract>,
  call: ClientCall,
): Promise<OwnEmailAddress> => withPending(world, await ownEmailAddress(world, call, input.email_id))
