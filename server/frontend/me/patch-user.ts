import type { FrontendInput } from '#contract/frontend/frontend-operation.ts'
import type { patchUser as contract } from '#contract/frontend/me/patch-user.ts'
import type { ClientCall } from '#server/sessions/client-call.ts'
import { updateUser } from '#server/users/update-user.ts'
import type { User } from '#server/users/user.ts'
import type { World } from '#server/world.ts'
import { actingId } from './acting-user.ts'

/** By the rules of the Backend API; whoever had the primary address hears of another one. */
export const patchUser = (
  world: World,
  input: FrontendInput<typeof contract>,
  call: ClientCall,
): Promise<User> =>
  updateUser(world, { ...input, user_id: actingId(call), notify_primary_email_address_changed: true }, call)
