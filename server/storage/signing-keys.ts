import type { SigningKeyStore, StoredSigningKey } from '#server/sessions/signing-key-store.ts'
import type { Database } from './database.ts'

const columns = [
  'id',
  'generation',
  'public_jwk',
  'private_key',
  'created_at',
  'signs_from',
  'tokens_until',
  'retired_at',
] as const satisfies readonly (keyof StoredSigningKey)[]

export function signingKeyStore(database: Database): SigningKeyStore {
  return {
    list: () =>
      database.read(async (db) => {
        const query = db.selectFrom('signing_keys').select(columns).orderBy('generation', 'desc')
        return (await query.execute()).map((row) => ({ ...row }))
      }),

    add: (key) =>
      database.write(async (transaction) => {
        const { numInsertedOrUpdatedRows } = await transaction
          .insertInto('signing_keys')
          .values({ ...key })
          .onConflict((conflict) => conflict.column('generation').doNothing())
          .executeTakeFirstOrThrow()
        return (numInsertedOrUpdatedRows ?? 0n) > 0n
      }),

    async expectTokensUntil(id, until) {
      await database.write((transaction) =>
        transaction
          .updateTable('signing_keys')
          .set({ tokens_until: until })
          .where('id', '=', id)
          .where('tokens_until', '<', until)
          .execute(),
      )
    },

    async retireBefore(generation, at) {
      await database.write((transaction) =>
        transaction
          .updateTable('signing_keys')
          .set({ retired_at: at })
          .where('generation', '<', generation)
          .where('retired_at', 'is', null)
          .execute(),
      )
    },

    async remove(ids) {
      if (ids.length === 0) return
      await database.write((transaction) =>
        transaction.deleteFrom('signing_keys').where('id', 'in', ids).execute(),
      )
    },
  }
}
