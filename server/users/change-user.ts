import { mailing, noticesOf } from '#server/mail/notices.ts'
import type { Refusal } from '#server/refusal.ts'
import { type Call, eventOf, type World } from '#server/world.ts'
import { unknownUser } from './get-user.ts'
import { refuseTaken } from './identifier-taken.ts'
import type { User, UserAttributes } from './user.ts'
import type { Decision, UserChange } from './user-store.ts'

/** A change with the wire names of what it changes, for the record. */
export interface NamedChange extends Omit<UserChange, 'endSessions'> {
  readonly changed: readonly string[]
  /** What was done, where the changed names alone do not tell: `user.banned`, `user.locked`, … */
  readonly action?: string
  /** Every session of the user ends with this change, or every one but the given. */
  readonly endsSessions?: boolean | { readonly except: string }
  readonly details?: Readonly<Record<string, unknown>>
}

/** Keeps of the attributes those that differ from what is stored. */
export function differing(user: User, attributes: Partial<UserAttributes>): Partial<UserAttributes> {
  const different = Object.entries(attributes).filter(
    ([key, value]) => user[key as keyof UserAttributes] !== value,
  )
  return Object.fromEntries(different)
}

const decisionOf = (call: Call, now: number, user: User, named: NamedChange): Decision | undefined => {
  const { changed, action, endsSessions, details, ...change } = named
  if (changed.length === 0) return undefined
  // Never back: this request may have waited for the row while another one moved the time on.
  const at = Math.max(now, user.updated_at)
  const record = {
    changed,
    ...(action ? { action } : {}),
    ...(endsSessions ? { ends_sessions: true } : {}),
    ...details,
  }
  const except = typeof endsSessions === 'object' ? endsSessions : {}
  const ends = endsSessions ? { endSessions: { status: 'revoked' as const, ...except } } : {}
  return { change: { ...ends, ...change }, at, event: eventOf(call, 'user.updated', user.id, at, record) }
}

/**
 * Decides within any write that holds one user, such as one that uses up a code; undefined when that write
 * met nothing to change.
 */
export async function decideWithin<Rest extends unknown[]>(
  world: World,
  call: Call,
  decide: (user: User, ...rest: Rest) => NamedChange,
  write: (decide: (user: User, ...rest: Rest) => Decision | undefined) => Promise<User | undefined>,
): Promise<User | undefined> {
  const now = world.now()
  const mailed = mailing(world)
  const writing = write((user, ...rest) => {
    const named = decide(user, ...rest)
    return mailed.with(decisionOf(call, now, user, named), () => noticesOf(world, user, named))
  })
  const user = await refuseTaken(writing)
  if (user) mailed.announce()
  return user
}

/**
 * One write to one user: `decide` sees the stored user while its row is held, so that nothing another
 * request changes meanwhile is lost. A change of nothing writes nothing, moves no time and records no event.
 */
export async function changeUser(
  world: World,
  call: Call,
  id: string,
  decide: (user: User) => NamedChange,
  unknown: () => Refusal = () => unknownUser(id),
): Promise<User> {
  const user = await decideWithin(world, call, decide, (write) => world.users.change(id, write))
  if (!user) throw unknown()
  return user
}

/** The same for several users: all of them or, when one is unknown or refused, none. */
export async function changeUsers(
  world: World,
  call: Call,
  ids: readonly string[],
  decide: (user: User) => NamedChange,
): Promise<User[]> {
  const now = world.now()
  const outcome = await world.users.changeAll(ids, (user) => decisionOf(call, now, user, decide(user)))
  if ('unknown' in outcome) throw unknownUser(outcome.unknown[0]!)
  return outcome.users
}
