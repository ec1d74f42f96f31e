import { Refusal } from '#server/refusal.ts'
import type { World } from '#server/world.ts'
import { isImageId } from './image-id.ts'

/** Whoever can have a picture: a user, or an organization its logo. */
interface Pictured {
  readonly image_id: string | null
}

/** What the row gets; nothing for one that has the picture already. */
export type ImageChange = (pictured: Pictured) => Partial<Pictured>

const anyoneHas = async (world: World, id: string): Promise<boolean> =>
  (await world.users.anyoneHas(id)) || (await world.organizations.anyoneHas(id))

/**
 * A file and the row that names it are written in two places, and equal pictures share a file. So whoever gives somebody a
 * picture writes the file, commits the row, and looks once more whether the file is there; whoever removes one looks for
 * rows, sets the file aside, and looks for rows once more. In whatever order the two meet, one of them sees the other.
 */
export async function givingImage<T>(
  world: World,
  id: string,
  bytes: Buffer,
  commit: (imageOf: ImageChange) => Promise<T>,
): Promise<T> {
  let replaced: string | null = null
  const imageOf: ImageChange = (pictured) => {
    replaced = pictured.image_id
    return pictured.image_id === id ? {} : { image_id: id }
  }
  await world.images.keep(id, bytes)
  try {
    const pictured = await commit(imageOf)
    if (!(await world.images.has(id))) await world.images.keep(id, bytes)
    if (replaced !== id) await dropUnusedImage(world, replaced)
    return pictured
  } catch (error) {
    await dropUnusedImage(world, id)
    throw error
  }
}

/** The same with a picture that somebody has already; of a picture that nobody has, nobody knows whose it was. */
export async function choosingImage<T>(
  world: World,
  id: string | null | undefined,
  commit: (imageOf: ImageChange) => Promise<T>,
): Promise<T> {
  if (!id) return commit(() => ({}))
  const isKnown = isImageId(id) && (await anyoneHas(world, id))
  const bytes = isKnown ? await world.images.find(id) : undefined
  if (bytes) return givingImage(world, id, bytes, commit)
  return commit(() => {
    throw new Refusal('image_not_found', { param: 'profile_image_id' })
  })
}

async function dropImage(world: World, id: string): Promise<void> {
  if (await anyoneHas(world, id)) return
  await world.images.setAside(id)
  if (await anyoneHas(world, id)) await world.images.bringBack(id)
  else await world.images.discard(id)
}

/** Removes the file of a picture that nobody has any more. What fails here is left to the sweep of the next start. */
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
    const isUsed = await anyoneHas(world, id)
    if (isAside && isUsed && !(await world.images.has(id))) await world.images.bringBack(id)
    else if (isAside) await world.images.discard(id)
    else if (!isUsed && keptAt < now - graceMs) {
      await dropImage(world, id)
      swept++
    }
  }
  return swept
}
