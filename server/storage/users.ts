import type { Transaction } from 'kysely'
import type { StoredPassword } from '#server/credentials/password-store.ts'
import type { User } from '#server/users/user.ts'
import { type Decision, type UserStore, ValueTaken } from '#server/users/user-store.ts'
import type { Database } from './database.ts'
import type { Dialect } from './dialects/dialect.ts'
import { recordEvent } from './events.ts'
import { Lines } from './lines.ts'
import type { Tables } from './tables.ts'
import { userReads } from './user-reads.ts'
import { derivedColumns, type Placed, placedOf, toColumns, toIdentificationRow, toUser } from './user-rows.ts'

/** What the unique index says is the only word on who has a value: nobody looks beforehand. */
async function claiming<T>(dialect: Dialect, index: string, kind: ValueTaken['kind'], write: Promise<T>) {
  try {
    return await write
  } catch (error) {
    if (dialect.violatedIndex(error) === index) throw new ValueTaken(kind)
    throw error
  }
}

/** In one order for all transactions, so that two which claim the same values never wait for each other in a circle. */
async function insertIdentifications(
  dialect: Dialect,
  transaction: Transaction<Tables>,
  userId: string,
  placed: readonly Placed[],
) {
  const key = ({ identification }: Placed) => `${identification.kind} ${identification.normalized}`
  for (const each of placed.toSorted((a, b) => (key(a) < key(b) ? -1 : 1))) {
    const row = toIdentificationRow(userId, each)
    const insert = transaction.insertInto('identifications').values(row).execute()
    await claiming(dialect, 'identifications_kind_normalized', row.kind, insert)
  }
}

/** The user after the decision, and the identifications to add. One that replaces its namesake keeps its place. */
function applied(user: User, placed: readonly Placed[], { change, at }: Decision) {
  const place = new Map(placed.map(({ position, identification }) => [identification.id, position]))
  const next = (placed.at(-1)?.position ?? -1) + 1
  const added = (change.add ?? []).map((identification, index) => ({
    identification,
    position: place.get(identification.id) ?? next + index,
  }))
  const kept = placed.filter(({ identification }) => !change.remove?.includes(identification.id))
  const given = Object.entries(change.attributes ?? {}).filter(([, value]) => value !== undefined)
  const after: User = {
    ...user,
    ...Object.fromEntries(given),
    updated_at: at,
    identifications: [...kept, ...added]
      .sort((a, b) => a.position - b.position)
      .map(({ identification }) => identification),
  }
  return { after, added }
}

const writePassword = (transaction: Transaction<Tables>, user_id: string, password: StoredPassword | null) =>
  password === null
    ? transaction.deleteFrom('passwords').where('user_id', '=', user_id).execute()
    : transaction
        .insertInto('passwords')
        .values({ user_id, hasher: password.hasher, digest: password.digest })
        .onConflict((conflict) =>
          conflict.column('user_id').doUpdateSet({ hasher: password.hasher, digest: password.digest }),
        )
        .execute()

async function applyDecision(
  dialect: Dialect,
  transaction: Transaction<Tables>,
  user: User,
  placed: readonly Placed[],
  decision: Decision,
): Promise<User> {
  const { attributes, remove, password } = decision.change
  const { after, added } = applied(user, placed, decision)
  const update = transaction
    .updateTable('users')
    .set({ ...toColumns(attributes ?? {}), ...derivedColumns(after), updated_at: decision.at })
    .where('id', '=', user.id)
    .execute()
  await claiming(dialect, 'users_external_id', 'external_id', update)
  if (remove?.length)
    await transaction
      .deleteFrom('identifications')
      .where('user_id', '=', user.id)
      .where('id', 'in', remove)
      .execute()
  await insertIdentifications(dialect, transaction, user.id, added)
  if (password !== undefined) await writePassword(transaction, user.id, password)
  if (decision.event) await recordEvent(transaction, decision.event)
  return after
}

/** Undoes the transaction. */
class UnknownUsers extends Error {
  readonly ids: string[]
  constructor(ids: string[]) {
    super('no such users')
    this.ids = ids
  }
}

type Decide = (user: User) => Decision | undefined

export function userStore(database: Database): UserStore {
  const { dialect } = database
  const reads = userReads(dialect)
  const lines = new Lines()

  const writeTo = <T>(id: string, run: (transaction: Transaction<Tables>) => Promise<T>) =>
    lines.pass(id, () => database.write(run))

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

  /** In one order for all, so that two which name the same users never wait for each other in a circle. */
  const writeToAll = <T>(ids: readonly string[], run: (transaction: Transaction<Tables>) => Promise<T>) =>
    [...ids].sort().reduceRight(
      (inner, id) => () => lines.pass(id, inner),
      () => database.write(run),
    )()

  return {
    async find(id) {
      if (id.includes('\0')) return undefined
      const row = await database.read((db) => reads.find(db, id))
      return row && toUser(row)
    },

    async ownerOf(id) {
      if (id.includes('\0')) return undefined
      return database.read((db) => reads.ownerOf(db, id))
    },

    async list(filters, page) {
      const rows = await database.read((db) => reads.list(db, filters, page))
      return rows.map((row) => toUser(row))
    },

    count: (filters) => database.read((db) => reads.count(db, filters)),

    insert: (user, event, password) =>
      database.write(async (transaction) => {
        const { id, updated_at } = user
        const row = { ...toColumns(user), ...derivedColumns(user), id, updated_at }
        const insert = transaction.insertInto('users').values(row).execute()
        await claiming(dialect, 'users_external_id', 'external_id', insert)
        const placed = user.identifications.map((identification, position) => ({ identification, position }))
        await insertIdentifications(dialect, transaction, id, placed)
        if (password) await writePassword(transaction, id, password)
        await recordEvent(transaction, event)
      }),

    async change(id, decide) {
      if (id.includes('\0')) return undefined
      return writeTo(id, (transaction) => changeHeld(transaction, id, decide))
    },

    async changeAll(given, decide) {
      const ids = [...new Set(given)]
      const nobody = ids.filter((id) => id.includes('\0'))
      if (nobody.length > 0) return { unknown: nobody }
      return writeToAll(ids, async (transaction) => {
        const changed = new Map<string, User>()
        for (const id of [...ids].sort()) {
          const user = await changeHeld(transaction, id, decide)
          if (user) changed.set(id, user)
        }
        const unknown = ids.filter((id) => !changed.has(id))
        if (unknown.length > 0) throw new UnknownUsers(unknown)
        return { users: ids.map((id) => changed.get(id)!) }
      }).catch((error) => {
        if (error instanceof UnknownUsers) return { unknown: error.ids }
        throw error
      })
    },

    async remove(id, eventFor) {
      if (id.includes('\0')) return undefined
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
