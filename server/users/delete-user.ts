import type { Input } from '#contract/operation.ts'
import type { deleteUser as contract } from '#contract/users/delete-user.ts'
import { dropUnusedImage } from '#server/images/keep-image.ts'
import { type Call, eventOf, type World } from '#server/world.ts'
import { unknownUser } from './get-user.ts'

export interface DeletedUser {
  readonly object: 'user'
  readonly id: string
  readonly deleted: true
  readonly external_id?: string
}

/** Removes the user and all that belongs to it; what is left is the event, with the same few facts as the answer. */
export async function deleteUser(
  world: World,
  input: Input<typeof contract>,
  call: Call,
): Promise<DeletedUser> {
  const now = world.now()
  const left = (external_id: string | null, id: string): DeletedUser => ({
    object: 'user',
    id,
    deleted: true,
    ...(external_id === null ? {} : { external_id }),
  })
  const user = await world.users.remove(input.user_id, ({ id, external_id }) =>
    eventOf(call, 'user.deleted', id, now, { ...left(external_id, id) }),
  )
  if (!user) throw unknownUser(input.user_id)
  await dropUnusedImage(world, user.image_id)
  return left(user.external_id, user.id)
}
