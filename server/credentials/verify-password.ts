import type { Input } from '#contract/operation.ts'
import type { verifyPassword as contract } from '#contract/users/verify-password.ts'
import { Refusal } from '#server/refusal.ts'
import { beginAttempt, refuseLocked } from '#server/users/attempts.ts'
import { unknownUser } from '#server/users/get-user.ts'
import { hasPassword } from '#server/users/user.ts'
import type { Call, World } from '#server/world.ts'
import { exchangeDigest } from './exchange-digest.ts'
import { openDigest } from './stored-digest.ts'

export interface Verified {
  readonly verified: true
}

/** Refused before an attempt is taken: a locked user, one without a password, one whose password is elsewhere. */
async function comparableDigest(world: World, userId: string) {
  const user = await world.users.find(userId)
  if (!user) throw unknownUser(userId)
  refuseLocked(world, user)
  const stored = hasPassword(user) ? await world.passwords.find(userId) : undefined
  if (!stored) throw new Refusal('no_password_set')
  const verifier = world.hashing.read(stored.hasher, openDigest(world, userId, stored))
  if (!verifier) throw new Refusal('password_unverifiable', { hasher: stored.hasher })
  return { stored, verifier }
}

/** Answers for the right password only; everything else is a refusal. */
export async function verifyPassword(
  world: World,
  input: Input<typeof contract>,
  call: Call,
): Promise<Verified> {
  const { user_id: userId, password } = input
  const { stored, verifier } = await comparableDigest(world, userId)
  const counts = world.settings.user_lockout.verify_password_counts
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
    throw new Refusal('incorrect_password')
  }
  await attempt.succeeded()
  await exchangeDigest(world, userId, stored, password)
  return { verified: true }
}
