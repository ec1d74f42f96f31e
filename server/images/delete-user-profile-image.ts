import type { Input } from '#contract/operation.ts'
import type { deleteUserProfileImage as contract } from '#contract/users/delete-user-profile-image.ts'
import { Refusal } from '#server/refusal.ts'
import { changeUser, type NamedChange } from '#server/users/change-user.ts'
import type { User } from '#server/users/user.ts'
import type { Call, World } from '#server/world.ts'
import { dropUnusedImage } from './keep-image.ts'

export async function deleteUserProfileImage(
  world: World,
  input: Input<typeof contract>,
  call: Call,
): Promise<User> {
  let removed: string | null = null
  const user = await changeUser(world, call, input.user_id, (user): NamedChange => {
    if (user.image_id === null) throw new Refusal('image_not_found')
    removed = user.image_id
    return {
      changed: ['profile_image_id'],
      action: 'user.profile_image.deleted',
      attributes: { image_id: null },
    }
  })
  await dropUnusedImage(world, removed)
  return user
}
