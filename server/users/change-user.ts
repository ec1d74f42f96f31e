import { type Call, eventOf, type World } from '#server/world.ts'
import { unknownUser } from './get-user.ts'
import { refuseTaken } from './identifier-taken.ts'
import type { User, UserAttributes } from './user.ts'
import type { UserChange } from './user-store.ts'

/** A change with the wire names of what it changes, for the record. */
export interface NamedChange extends UserChange {
  readonly changed: readonly string[]
  readonly details?: Readonly<Record<string, unknown>>
}

/** Keeps of the attributes those that differ from what is stored. */
export function differing(user: User, attributes: Partial<UserAttributes>): Partial<UserAttributes> {
  const different = Object.entries(attributes).filter(
    ([key, value]) => user[key as keyof UserAttributes] !== value,
  )
  return Object.fromEntries(different)
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
): Promise<User> {
  const now = world.now()
  const write = world.users.change(id, (user) => {
    const { changed, details, ...change } = decide(user)
    if (changed.length === 0) return undefined
    // Never back: this request may have waited for the row while another one moved the time on.
    const at = Math.max(now, user.updated_at)
    return { change, at, event: eventOf(call, 'user.updated', id, at, { changed, ...details }) }
  })
  const user = await refuseTaken(write)
  if (!user) throw unknownUser(id)
  return user
}
