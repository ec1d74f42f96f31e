import { Refusal } from '#server/refusal.ts'
import { type Call, eventOf, type World } from '#server/world.ts'
import { unknownUser } from './get-user.ts'
import { countedAttempts, lockState } from './lockout.ts'
import type { User } from './user.ts'

/** One attempt to prove who somebody is. Exactly one of the three must be called. */
export interface Attempt {
  /** Wrong: it stays counted, and the last one that was left has locked the user. */
  failed(): Promise<void>
  /** Right: all failures are forgotten. */
  succeeded(): Promise<void>
  /** Nothing was compared after all: it is given back. */
  notMade(): Promise<void>
}

const uncounted: Attempt = {
  failed: async () => {},
  succeeded: async () => {},
  notMade: async () => {},
}

export function refuseLocked(world: World, user: User): void {
  const { locked, lockout_expires_in_seconds } = lockState(user, world.settings.user_lockout, world.now())
  if (locked) throw new Refusal('user_locked', {}, { lockout_expires_in_seconds })
}

/** Counts without an event and without moving `updated_at`: an attempt is no change of the user. */
const count = (world: World, id: string, failuresOf: (user: User) => number) =>
  world.users.change(id, (user) => {
    const failed_attempts = failuresOf(user)
    const attempted_at = failed_attempts === 0 ? null : user.attempted_at
    return failed_attempts === user.failed_attempts
      ? undefined
      : { change: { attributes: { failed_attempts, attempted_at } }, at: user.updated_at }
  })

/** The record of the lock that the last attempt has brought about, unless a success came in between. */
const recordLock = (world: World, call: Call, id: string) =>
  world.users.change(id, (user) => {
    const now = world.now()
    if (!lockState(user, world.settings.user_lockout, now).locked) return undefined
    const at = Math.max(now, user.updated_at)
    const details = { changed: ['locked'], action: 'user.locked' }
    return { change: {}, at, event: eventOf(call, 'user.updated', id, at, details) }
  })

/**
 * Takes one of the attempts that are left before anything is compared, so that no number of parallel guesses
 * is evaluated beyond the limit: what is under way counts as failed until it is known to be right.
 * Refuses a locked user.
 */
export async function beginAttempt(world: World, call: Call, id: string, counts: boolean): Promise<Attempt> {
  const { user_lockout: lockout } = world.settings
  if (!lockout.enabled || !counts) return uncounted
  const now = world.now()
  let taken = 0
  const user = await world.users.change(id, (user) => {
    refuseLocked(world, user)
    taken = countedAttempts(user, lockout, now) + 1
    return {
      change: { attributes: { failed_attempts: taken, attempted_at: now } },
      at: user.updated_at,
    }
  })
  if (!user) throw unknownUser(id)
  return {
    async failed() {
      if (taken >= lockout.max_attempts) await recordLock(world, call, id)
    },
    async succeeded() {
      await count(world, id, () => 0)
    },
    async notMade() {
      await count(world, id, (user) => Math.max(0, user.failed_attempts - 1))
    },
  }
}
