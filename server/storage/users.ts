import type { Transaction } from 'kysely'
import type { User } from '#server/users/user.ts'
import type { UserStore } from '#server/users/user-store.ts'
import type { Database } from './database.ts'
import type { Dialect } from './dialects/dialect.ts'
import { recordEvent } from './events.ts'
import { holdOrganizationsOf, removeMembershipsOf } from './held-members.ts'
import { type Decide, type HeldUsers, heldUsers, isNoId } from './held-users.ts'
import { removeSessionsOf } from './session-writes.ts'
import type { Tables } from './tables.ts'
import { userReads } from './user-reads.ts'
import { toUser } from './user-rows.ts'
import { insertUser } from './user-writes.ts'

/** Undoes the transaction. */
class UnknownUsers extends Error {
  readonly ids: string[]
  constructor(ids: string[]) {
    super('no such users')
    this.ids = ids
  }
}

/** Writes to users whose rows are held until the transaction ends. */
function userWrites(
  dialect: Dialect,
  { writeTo, writeToAll, hold, apply }: HeldUsers,
): Pick<UserStore, 'change' | 'changeAll' | 'remove'> {
  const changeHeld = async (transaction: Transaction<Tables>, id: string, decide: Decide) => {
    const row = await hold(transaction, id)
    return row && apply(transaction, row, decide)
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
        await holdOrganizationsOf(dialect, transaction, id)
        const row = await hold(transaction, id)
        if (!row) return undefined
        const user = toUser(row)
        const event = eventFor(user)
        await removeSessionsOf(transaction, id, event)
        await removeMembershipsOf(transaction, id, event)
        await transaction.deleteFrom('users').where('id', '=', id).execute()
        await recordEvent(transaction, event)
        return user
      })
    },
  }
}

export function userStore(database: Database, held = heldUsers(database)): UserStore {
  const reads = userReads(database.dialect)
  return {
    async find(id) {
      if (isNoId(id)) return undefined
      const [row] = await database.answer(reads.byId(id))
      return row && toUser(row)
    },

    async findAll(given) {
      const ids = given.filter((id) => !isNoId(id))
      if (ids.length === 0) return []
      const rows = await database.read((db) => reads.findAll(db, ids))
      return rows.map((row) => toUser(row))
    },

    async ownerOf(id) {
      if (isNoId(id)) return undefined
      return database.read((db) => reads.ownerOf(db, id))
    },

    async claimantOf(kind, normalized) {
      if (isNoId(normalized)) return undefined
      return database.read((db) => reads.claimantOf(db, kind, normalized))
    },

    async anyoneHas(imageId) {
      if (isNoId(imageId)) return false
      return database.read((db) => reads.anyoneHas(db, imageId))
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

    ...userWrites(database.dialect, held),
  }
}
