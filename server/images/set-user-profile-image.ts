import type { Input } from '#contract/operation.ts'
import type { setUserProfileImage as contract } from '#contract/users/set-user-profile-image.ts'
import { changeUser, type NamedChange } from '#server/users/change-user.ts'
import { getUser } from '#server/users/get-user.ts'
import type { User } from '#server/users/user.ts'
import type { Call, World } from '#server/world.ts'
import { imageIdOf } from './image-id.ts'
import { givingImage } from './keep-image.ts'

/** Of two uploads at once the later one stays, and the file of the other goes. */
export async function setUserProfileImage(
  world: World,
  input: Input<typeof contract> & { readonly file: Buffer },
  call: Call,
): Promise<User> {
  // Nothing is decoded for somebody who does not exist.
  await getUser(world, input)
  const picture = await world.pictures.make(input.file)
  return givingImage(world, imageIdOf(picture), picture, (imageOf) =>
    changeUser(world, call, input.user_id, (user): NamedChange => {
      const attributes = imageOf(user)
      const changed = 'image_id' in attributes ? ['profile_image_id'] : []
      return { changed, action: 'user.profile_image.updated', attributes }
    }),
  )
}
