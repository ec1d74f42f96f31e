import type { FrontendInput } from '#contract/frontend/frontend-operation.ts'
import type { patchUserMetadata as contract } from '#contract/frontend/me/patch-user-metadata.ts'
import type { ClientCall } from '#server/sessions/client-call.ts'
import { updateUserMetadata } from '#server/users/update-user-metadata.ts'
import type { User } from '#server/users/user.ts'
import type { World } from '#server/world.ts'
import { actingId } from './acting-user.ts'

export const patchUserMetadata = (
  world: World,
  { unsafe_metadata }: FrontendInput<typeof contract>,
  call: ClientCall,
): Promise<User> => updateUserMetadata(world, { user_id: actingId(call), unsafe_metadata }, call)
