import { mailing, noticeOfLock } from '#server/mail/notices.ts'
import { Refusal } from '#server/refusal.ts'
import { type Call, eventOf, type World } from '#server/world.ts'
import { unknownUser } from './get-user.ts'
import { type Counter, countedAttempts, counterColumns, lockState } from './lockout.ts'
import type { User } from './user.ts'

/** One attempt to prove who somebody is. Exactly one of the three must be called. */
export interface Attempt {
  /** Wrong: it stays counted, and the last one that was left has locked the user. */
  failed(): Promise<void>
  /** Right: all failures of the same kind are forgotten. */
  succeeded(): Promise<void>
  /** Nothing was compared after all: it is given back. */
  notMade(): Promise<void>
}

const uncounted: Attempt = {
  failed: async () => {},
  succeeded: async () => {},
  notMade: async () => {},
}

export const isLocked = (world: World, user: User): boolean =>
  lockState(user, world.settings.user_lockout, world.now()).locked

export function refuseLocked(world: World, user: User): void {
  const { locked, lockout_expires_in_seconds } = lockState(user, world.settings.user_lockout, world.now())
  if (locked) throw new Refusal('user_locked', {}, { lockout_expires_in_seconds })
}

/** Counts without an event and without moving `updated_at`: an attempt is no change of the user. */
const count = (world: World, id: string, counter: Counter, failuresOf: (failed: number) => number) =>
  world.users.change(id, (user) => {
    const columns = counterColumns[counter]
    const failed = failuresOf(user[columns.failed])
    if (failed === user[columns.failed]) return undefined
    const attributes = { [columns.failed]: failed, [columns.at]: failed === 0 ? null : user[columns.at] }
    return { change: { attributes }, at: user.updated_at }
  })

/** The record of the lock that the last attempt has brought about, unless a success came in between. */
async function recordLock(world: World, call: Call, id: string): Promise<void> {
  const mailed = mailing(world)
  await world.users.change(id, (user) => {
    const now = world.now()
    const { locked } = lockState(user, world.settings.user_lockout, now)
    const at = Math.max(now, user.updated_at)
    const details = { changed: ['locked'], action: 'user.locked' }
    const decision = { change: {}, at, event: eventOf(call, 'user.updated', id, at, details) }
    return mailed.with(locked ? decision : undefined, () => noticeOfLock(world, user))
  })
  mailed.announce()
}

/**
 * Takes one of the attempts that are left before anything is compared, so that no number of parallel guesses
 * is evaluated beyond the limit: what is under way counts as failed until it is known to be right.
 * Refuses a locked user.
 */
export async function beginAttempt(
  world: World,
  call: Call,
  id: string,
  counter: Counter,
  counts: boolean,
): Promise<Attempt> {
  const { user_lockout: lockout } = world.settings
  if (!lockout.enabled || !counts) return uncounted
  const { failed, at } = counterColumns[counter]
  const now = world.now()
  let taken = 0
  const user = await world.users.change(id, (user) => {
    refuseLocked(world, user)
    taken = countedAttempts(user, counter, lockout, now) + 1
    return { change: { attributes: { [failed]: taken, [at]: now } }, at: user.updated_at }
  })
  if (!user) throw unknownUser(id)
  return {
    async failed() {
      if (taken >= lockout.max_attempts) await recordLock(world, call, id)
    },
    async succeeded() {
      await count(world, id, counter, () => 0)
    },
    async notMade() {
      await count(world, id, counter, (before) => Math.max(0, before - 1))
    },
  }
}
