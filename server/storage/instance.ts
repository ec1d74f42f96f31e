import type { Kysely } from 'kysely'
import type { InstanceStore } from '#server/keys/instance-store.ts'
import type { Database } from './database.ts'
import type { Tables } from './tables.ts'

const stored = async (db: Kysely<Tables>) => {
  const row = await db.selectFrom('instance').select(['id', 'key_check', 'created_at']).executeTakeFirst()
  return row && { ...row }
}

export function instanceStore(database: Database): InstanceStore {
  return {
    read: () => database.read(stored),
    establish: ({ id, key_check, created_at }) =>
      database.write(async (transaction) => {
        await transaction
          .insertInto('instance')
          .values({ singleton: 1, id, key_check, created_at })
          .onConflict((conflict) => conflict.column('singleton').doNothing())
          .execute()
        return (await stored(transaction))!
      }),
  }
}
