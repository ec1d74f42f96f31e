import { setUserProfileImage } from '#server/images/set-user-profile-image.ts'
import type { ClientCall } from '#server/sessions/client-call.ts'
import type { User } from '#server/users/user.ts'
import type { World } from '#server/world.ts'
import { actingId } from './acting-user.ts'

export const updateProfileImage = (
  world: World,
  { file }: { readonly file: Buffer },
  call: ClientCall,
): Promise<User> => setUserProfileImage(world, { user_id: actingId(call), file }, call)
