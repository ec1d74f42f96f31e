import type { World } from '#server/world.ts'
import type { Digest } from './digest.ts'
import type { StoredPassword } from './password-store.ts'

const contextOf = (userId: string) => `password:${userId}`

/** Sealed for this user: copied into the row of another user, it does not open there. */
export const sealDigest = (world: World, userId: string, { hasher, digest }: Digest): StoredPassword => ({
  hasher,
  digest: world.vault.seal(digest, contextOf(userId)),
})

export const openDigest = (world: World, userId: string, stored: StoredPassword): string =>
  world.vault.open(stored.digest, contextOf(userId))
