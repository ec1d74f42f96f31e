import type { Transaction } from 'kysely'
import type { User } from '#server/users/user.ts'
import type { Decision, UserStore } from '#server/users/user-store.ts'
import type { Database } from './database.ts'
import { recordEvent } from './events.ts'
import { Lines } from './lines.ts'
import type { Tables } from './tables.ts'
import { type UserReads, userReads } from './user-reads.ts'
import { placedOf, toUser } from './user-rows.ts'
import { applyDecision, insertUser } from './user-writes.ts'

/** Undoes the transaction. */
class UnknownUsers extends Error {
  readonly ids: string[]
  constructor(ids: string[]) {
    super('no such users')
    this.ids = ids
  }
}

type Decide = (user: User) => Decision | undefined

/** PostgreSQL cannot even be asked for it. */
const isNoId = (id: string) => id.includes('\0')

/** Writes to users whose rows are held until the transaction ends. */
function heldUsers(database: Database, reads: UserReads): Pick<UserStore, 'change' | 'changeAll' | 'remove'> {
  const { dialect } = database
  const lines = new Lines()

  const writeTo = <T>(id: string, run: (transaction: Transaction<Tables>) => Promise<T>) =>
    lines.pass(id, () => database.write(run))

  /** In one order for all, so that two which name the same users never wait for each other in a circle. */
  const writeToAll = <T>(sorted: readonly string[], run: (transaction: Transaction<Tables>) => Promise<T>) =>
    sorted.reduceRight(
      (inner, id) => () => lines.pass(id, inner),
      () => database.write(run),
    )()

  /** Two statements: one that waited for the row would still see the identifications of the moment it began. */
  const hold = async (transaction: Transaction<Tables>, id: string) => {
    await dialect.holdUser(transaction, id)
    return reads.find(transaction, id)
  }

  const changeHeld = async (transaction: Transaction<Tables>, id: string, decide: Decide) => {
    const row = await hold(transaction, id)
    if (!row) return undefined
    const placed = placedOf(row)
    const user = toUser(row, placed)
    const decision = decide(user)
    return decision ? applyDecision(dialect, transaction, user, placed, decision) : user
  }

  return {
    async change(id, decide) {
      if (isNoId(id)) return undefined
      return writeTo(id, (transaction) => changeHeld(transaction, id, decide))
    },

    async changeAll(given, decide) {
      const ids = [...new Set(given)]
      if (ids.some(isNoId)) return { unknown: ids.filter(isNoId) }
      const sorted = ids.toSorted()
      return writeToAll(sorted, async (transaction) => {
        const changed = new Map<string, User>()
        for (const id of sorted) {
          const user = await changeHeld(transaction, id, decide)
          if (user) changed.set(id, user)
        }
        if (changed.size < ids.length) throw new UnknownUsers(ids.filter((id) => !changed.has(id)))
        return { users: ids.map((id) => changed.get(id)!) }
      }).catch((error) => {
        if (error instanceof UnknownUsers) return { unknown: error.ids }
        throw error
      })
    },

    async remove(id, eventFor) {
      if (isNoId(id)) return undefined
      return writeTo(id, async (transaction) => {
        const row = await hold(transaction, id)
        if (!row) return undefined
        const user = toUser(row)
        const event = eventFor(user)
        await transaction.deleteFrom('users').where('id', '=', id).execute()
        await recordEvent(transaction, event)
        return user
      })
    },
  }
}

export function userStore(database: Database): UserStore {
  const reads = userReads(database.dialect)
  return {
    async find(id) {
      if (isNoId(id)) return undefined
      const [row] = await database.answer(reads.byId(id))
      return row && toUser(row)
    },

    async ownerOf(id) {
      if (isNoId(id)) return undefined
      return database.read((db) => reads.ownerOf(db, id))
    },

    async list(filters, page) {
      const rows = await database.read((db) => reads.list(db, filters, page))
      return rows.map((row) => toUser(row))
    },

    count: (filters) => database.read((db) => reads.count(db, filters)),

    insert: (user, event, secrets = {}) =>
      database.write(async (transaction) => {
        await insertUser(database.dialect, transaction, user, secrets)
        await recordEvent(transaction, event)
      }),

    ...heldUsers(database, reads),
  }
}
