import type { Transaction } from 'kysely'
import type { FactorStore } from '#server/credentials/factor-store.ts'
import type { User } from '#server/users/user.ts'
import type { Decision } from '#server/users/user-store.ts'
import type { Database } from './database.ts'
import { type HeldUsers, isNoId } from './held-users.ts'
import type { Tables } from './tables.ts'

const totpColumns = ['id', 'secret', 'verified_at', 'last_step', 'created_at', 'updated_at'] as const

/** What is left of the codes is counted by the transaction that removed one, so the user's row tells the truth. */
async function removeCode(transaction: Transaction<Tables>, userId: string, digest: string) {
  const removed = await transaction
    .deleteFrom('backup_codes')
    .where('user_id', '=', userId)
    .where('digest', '=', digest)
    .returning('digest')
    .executeTakeFirst()
  if (!removed) return undefined
  const { left } = await transaction
    .selectFrom('backup_codes')
    .where('user_id', '=', userId)
    .select((codes) => codes.fn.countAll<number>().as('left'))
    .executeTakeFirstOrThrow()
  return left
}

export function factorStore(database: Database, { writeTo, hold, apply }: HeldUsers): FactorStore {
  /** Holds the user, uses something up, and lets decide whoever found it there. */
  const spending = async <T>(
    userId: string,
    spend: (transaction: Transaction<Tables>) => Promise<T | undefined>,
    decide: (user: User, spent: T) => Decision | undefined,
  ): Promise<User | undefined> => {
    if (isNoId(userId)) return undefined
    return writeTo(userId, async (transaction) => {
      const row = await hold(transaction, userId)
      const spent = row && (await spend(transaction))
      return row && spent !== undefined ? apply(transaction, row, (user) => decide(user, spent)) : undefined
    })
  }

  return {
    async findTotp(userId) {
      if (isNoId(userId)) return undefined
      return database.read((db) =>
        db.selectFrom('totps').select(totpColumns).where('user_id', '=', userId).executeTakeFirst(),
      )
    },

    async importedCodes(userId) {
      if (isNoId(userId)) return []
      const rows = await database.read((db) =>
        db
          .selectFrom('backup_codes')
          .select('digest')
          .where('user_id', '=', userId)
          .where('hasher', '=', 'bcrypt')
          .execute(),
      )
      return rows.map(({ digest }) => digest)
    },

    spendStep: (userId, { totpId, step, at }, decide) =>
      spending(
        userId,
        (transaction) =>
          transaction
            .updateTable('totps')
            .set((totps) => ({
              last_step: step,
              verified_at: totps.fn.coalesce('verified_at', totps.val(at)),
              updated_at: at,
            }))
            .where('user_id', '=', userId)
            .where('id', '=', totpId)
            .where('last_step', '<', step)
            .returning('id')
            .executeTakeFirst(),
        decide,
      ),

    spendBackupCode: (userId, digest, decide) =>
      spending(userId, (transaction) => removeCode(transaction, userId, digest), decide),

    removeTotp: (userId, decide) =>
      spending(
        userId,
        async (transaction) => {
          const removed = transaction.deleteFrom('totps').where('user_id', '=', userId).returning('id')
          return (await removed.executeTakeFirst()) !== undefined
        },
        decide,
      ),
  }
}
