import type { World } from '#server/world.ts'
import { TooBusy } from './hash-queue.ts'
import type { StoredPassword } from './password-store.ts'
import { openDigest, sealDigest } from './stored-digest.ts'

/**
 * Puts a digest of our own in the place of an imported one, now that the password is known to be right. Of
 * parallel successes in one process one does the work; over several processes one of them wins. A password
 * that was changed in between stays as it is.
 */
export async function exchangeDigest(
  world: World,
  userId: string,
  stored: StoredPassword,
  password: string,
): Promise<void> {
  const { hashing } = world
  if (hashing.isOwn(stored.hasher, openDigest(world, userId, stored)) || hashing.exchanging.has(userId))
    return
  hashing.exchanging.add(userId)
  try {
    const present = await world.passwords.find(userId)
    if (present?.digest !== stored.digest) return
    const own = sealDigest(world, userId, await hashing.hash(password))
    await world.passwords.exchange(userId, stored, own)
  } catch (error) {
    // The next success does it; this one has its answer.
    if (!(error instanceof TooBusy)) throw error
  } finally {
    hashing.exchanging.delete(userId)
  }
}
