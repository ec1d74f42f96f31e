import { Refusal } from '#server/refusal.ts'
import type { User, UserAttributes } from '#server/users/user.ts'
import type { World } from '#server/world.ts'
import { isImageId } from './image-id.ts'

/** What a user's row gets; nothing for a user who has the picture already. */
export type ImageChange = (user: User) => Partial<UserAttributes>

/**
 * A file and the row that names it are written in two places, and equal pictures share a file. So whoever gives a user a
 * picture writes the file, commits the row, and looks once more whether the file is there; whoever removes one looks for
 * rows, sets the file aside, and looks for rows once more. In whatever order the two meet, one of them sees the other.
 */
export async function givingImage(
  world: World,
  id: string,
  bytes: Buffer,
  commit: (imageOf: ImageChange) => Promise<User>,
): Promise<User> {
  let replaced: string | null = null
  const imageOf: ImageChange = (user) => {
    replaced = user.image_id
    return user.image_id === id ? {} : { image_id: id }
  }
  await world.images.keep(id, bytes)
  try {
    const user = await commit(imageOf)
    if (!(await world.images.has(id))) await world.images.keep(id, bytes)
    if (replaced !== id) await dropUnusedImage(world, replaced)
    return user
  } catch (error) {
    await dropUnusedImage(world, id)
    throw error
  }
}

/** The same with a picture that another user has already; of a picture that nobody has, nobody knows whose it was. */
export async function choosingImage(
  world: World,
  id: string | null | undefined,
  commit: (imageOf: ImageChange) => Promise<User>,
): Promise<User> {
  if (!id) return commit(() => ({}))
  const isKnown = isImageId(id) && (await world.users.anyoneHas(id))
  const bytes = isKnown ? await world.images.find(id) : undefined
  if (bytes) return givingImage(world, id, bytes, commit)
  return commit(() => {
    throw new Refusal('image_not_found', { param: 'profile_image_id' })
  })
}

async function dropImage(world: World, id: string): Promise<void> {
  if (await world.users.anyoneHas(id)) return
  await world.images.setAside(id)
  if (await world.users.anyoneHas(id)) await world.images.bringBack(id)
  else await world.images.discard(id)
}

/** Removes the file of a picture that no user has any more. What fails here is left to the sweep of the next start. */
export async function dropUnusedImage(world: World, id: string | null): Promise<void> {
  if (id === null) return
  await dropImage(world, id).catch(() => {})
}

/** Longer than any upload takes between file and row. */
const graceMs = 60 * 60 * 1000

/** Removes what crashes have left: files that no row names, and removals that were begun. Answers how many went. */
export async function sweepImages(world: World, now: number): Promise<number> {
  let swept = 0
  for await (const { id, keptAt, isAside } of world.images.list()) {
    const isUsed = await world.users.anyoneHas(id)
    if (isAside && isUsed && !(await world.images.has(id))) await world.images.bringBack(id)
    else if (isAside) await world.images.discard(id)
    else if (!isUsed && keptAt < now - graceMs) {
      await dropImage(world, id)
      swept++
    }
  }
  return swept
}
