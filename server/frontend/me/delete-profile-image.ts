import { deleteUserProfileImage } from '#server/images/delete-user-profile-image.ts'
import { Refusal } from '#server/refusal.ts'
import type { ClientCall } from '#server/sessions/client-call.ts'
import type { World } from '#server/world.ts'
import { actingUser } from './acting-user.ts'
import type { Deleted } from './deleted.ts'

export async function deleteProfileImage(world: World, _input: object, call: ClientCall): Promise<Deleted> {
  const { id: user_id, image_id } = await actingUser(world, call)
  if (image_id === null) throw new Refusal('image_not_found')
  await deleteUserProfileImage(world, { user_id }, call)
  return { object: 'image', id: image_id, deleted: true }
}
