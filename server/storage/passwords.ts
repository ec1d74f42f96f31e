import type { PasswordStore } from '#server/credentials/password-store.ts'
import type { Database } from './database.ts'

export function passwordStore(database: Database): PasswordStore {
  return {
    find: (userId) =>
      database.read(async (db) => {
        const row = await db
          .selectFrom('passwords')
          .select(['hasher', 'digest'])
          .where('user_id', '=', userId)
          .executeTakeFirst()
        return row && { ...row }
      }),

    exchange: (userId, from, to) =>
      database.write(async (transaction) => {
        const { numUpdatedRows } = await transaction
          .updateTable('passwords')
          .set({ hasher: to.hasher, digest: to.digest })
          .where('user_id', '=', userId)
          .where('digest', '=', from.digest)
          .executeTakeFirstOrThrow()
        return numUpdatedRows > 0n
      }),
  }
}
