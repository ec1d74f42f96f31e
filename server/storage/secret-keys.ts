import type { SecretKeyStore, StoredSecretKey } from '#server/keys/secret-key-store.ts'
import type { Database } from './database.ts'

/** Named, not `*`: a newer version may add columns while this one still runs. */
const columns = ['id', 'hash', 'hint', 'created_at', 'revoked_at'] as const

export function secretKeyStore(database: Database): SecretKeyStore {
  const { kysely } = database.dialect
  // Compiled once: every request asks it.
  const validByHash = kysely
    .selectFrom('secret_keys')
    .select(columns)
    .where('hash', '=', '')
    .where('revoked_at', 'is', null)
    .compile()
  return {
    async add({ id, hash, hint, created_at, revoked_at }) {
      await database.write((transaction) =>
        transaction
          .insertInto('secret_keys')
          .values({ id, hash, hint, created_at, revoked_at })
          .onConflict((conflict) => conflict.column('hash').doNothing())
          .execute(),
      )
    },

    findValid: (hash) =>
      database.answer<StoredSecretKey>({ ...validByHash, parameters: [hash] }).then(([found]) => found),

    list: () =>
      database.read(async (db) => {
        const rows = await db
          .selectFrom('secret_keys')
          .select(columns)
          .orderBy('created_at')
          .orderBy('id')
          .execute()
        return rows.map((row) => ({ ...row }))
      }),

    revoke: (id, at) =>
      database.write(async (transaction) => {
        // Writes nothing new, but holds every valid key: those who revoke another one wait here, and then see this.
        const held = await transaction
          .updateTable('secret_keys')
          .set((row) => ({ hint: row.ref('hint') }))
          .where('revoked_at', 'is', null)
          .returning('id')
          .execute()
        if (!held.some((key) => key.id === id)) {
          const key = await transaction.selectFrom('secret_keys').select('id').where('id', '=', id).execute()
          return key.length > 0 ? 'revoked before' : 'unknown'
        }
        if (held.length === 1) return 'last'
        await transaction.updateTable('secret_keys').set({ revoked_at: at }).where('id', '=', id).execute()
        return 'revoked'
      }),
  }
}
