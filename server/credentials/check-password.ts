import { Refusal } from '#server/refusal.ts'
import { beginAttempt } from '#server/users/attempts.ts'
import { hasPassword, type User } from '#server/users/user.ts'
import type { Call, World } from '#server/world.ts'
import { exchangeDigest } from './exchange-digest.ts'
import type { Verifier } from './hashing/hashers.ts'
import type { StoredPassword } from './password-store.ts'
import { openDigest } from './stored-digest.ts'

export interface ComparablePassword {
  readonly stored: StoredPassword
  readonly verifier: Verifier
}

/** What a guess is compared with; a refusal for a user without a password and for one whose password is elsewhere. */
export async function comparablePassword(world: World, user: User): Promise<ComparablePassword | Refusal> {
  const stored = hasPassword(user) ? await world.passwords.find(user.id) : undefined
  if (!stored) return new Refusal('no_password_set')
  const verifier = world.hashing.read(stored.hasher, openDigest(world, user.id, stored))
  return verifier ? { stored, verifier } : new Refusal('password_unverifiable', { hasher: stored.hasher })
}

/**
 * Whether it is the user's password. Takes one of the attempts that are left before anything is compared, refuses a
 * locked user, and replaces an imported digest by one of our own.
 */
export async function checkPassword(
  world: World,
  call: Call,
  userId: string,
  { stored, verifier }: ComparablePassword,
  password: string,
  counts: boolean,
): Promise<boolean> {
  const attempt = await beginAttempt(world, call, userId, 'password', counts)
  let right: boolean
  try {
    right = await world.hashing.verify(verifier, password)
  } catch (error) {
    await attempt.notMade()
    throw error
  }
  if (!right) {
    await attempt.failed()
    return false
  }
  await attempt.succeeded()
  await exchangeDigest(world, userId, stored, password)
  return true
}
