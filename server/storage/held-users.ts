import type { Transaction } from 'kysely'
import type { User } from '#server/users/user.ts'
import type { Decision } from '#server/users/user-store.ts'
import type { Database } from './database.ts'
import { Lines } from './lines.ts'
import type { Tables } from './tables.ts'
import { userReads } from './user-reads.ts'
import { placedOf, toUser, type UserRead } from './user-rows.ts'
import { applyDecision } from './user-writes.ts'

export type Decide = (user: User) => Decision | undefined
type Run<T> = (transaction: Transaction<Tables>) => Promise<T>

/** PostgreSQL cannot even be asked for it. */
export const isNoId = (id: string) => id.includes('\0')

/** Users whose rows are held until the transaction ends. */
export interface HeldUsers {
  writeTo<T>(id: string, run: Run<T>): Promise<T>
  writeToAll<T>(sorted: readonly string[], run: Run<T>): Promise<T>
  hold(transaction: Transaction<Tables>, id: string): Promise<UserRead | undefined>
  /** Decides on a row that is held. */
  apply(transaction: Transaction<Tables>, row: UserRead, decide: Decide): Promise<User>
}

export function heldUsers(database: Database): HeldUsers {
  const { dialect } = database
  const reads = userReads(dialect)
  const lines = new Lines()
  return {
    writeTo: (id, run) => lines.pass(id, () => database.write(run)),

    // In one order for all, so that two which name the same users never wait for each other in a circle.
    writeToAll: (sorted, run) =>
      sorted.reduceRight(
        (inner, id) => () => lines.pass(id, inner),
        () => database.write(run),
      )(),

    // Two statements: one that waited for the row would still see the identifications of the moment it began.
    async hold(transaction, id) {
      await dialect.holdUser(transaction, id)
      return reads.find(transaction, id)
    },

    async apply(transaction, row, decide) {
      const placed = placedOf(row)
      const user = toUser(row, placed)
      const decision = decide(user)
      return decision ? applyDecision(dialect, transaction, user, placed, decision) : user
    },
  }
}
