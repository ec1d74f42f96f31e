import type { Input } from '#contract/operation.ts'
import type { deleteUser as contract } from '#contract/users/delete-user.ts'
import { dropUnusedImage } from '#server/images/keep-image.ts'
import { type Call, eventOf, type World } from '#server/world.ts'
import { unknownUser } from './get-user.ts'
import type { User } from './user.ts'

export interface DeletedUser {
  readonly object: 'user'
  readonly id: string
  readonly deleted: true
  readonly external_id?: string
}

/**
 * Removes the user and all that belongs to it; what is left is the event, with the same few facts as the answer.
 * `refuse` sees the user while the row is held, and throws if it must stay.
 */
export async function removeUser(
  world: World,
  call: Call,
  userId: string,
  refuse: (user: User) => void = () => {},
): Promise<DeletedUser> {
  const now = world.now()
  const left = (external_id: string | null, id: string): DeletedUser => ({
    object: 'user',
    id,
    deleted: true,
    ...(external_id === null ? {} : { external_id }),
  })
  const user = await world.users.remove(userId, (user) => {
    refuse(user)
    return eventOf(call, 'user.deleted', user.id, now, { ...left(user.external_id, user.id) })
  })
  if (!user) throw unknownUser(userId)
  await dropUnusedImage(world, user.image_id)
  return left(user.external_id, user.id)
}

export const deleteUser = (world: World, input: Input<typeof contract>, call: Call): Promise<DeletedUser> =>
  removeUser(world, call, input.user_id)
