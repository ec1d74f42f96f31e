import type { Client } from '#server/sessions/session.ts'
import type { ClientStore } from '#server/sessions/session-store.ts'
import type { Database } from './database.ts'

const columns = [
  'id',
  'token_hash',
  'last_active_session_id',
  'sign_in_id',
  'sign_up_id',
  'last_authentication_strategy',
  'created_at',
  'updated_at',
] as const satisfies readonly (keyof Client)[]

export function clientStore(database: Database): ClientStore {
  const find = (column: 'id' | 'token_hash') => {
    // Compiled once: every request of a browser asks it.
    const query = database.dialect.kysely
      .selectFrom('clients')
      .select(columns)
      .where(column, '=', '')
      .compile()
    return async (value: string): Promise<Client | undefined> => {
      if (value.includes('\0')) return undefined
      const [row] = await database.answer<Client>({ ...query, parameters: [value] })
      return row && { ...row }
    }
  }
  return {
    async insert(client) {
      await database.write((transaction) => transaction.insertInto('clients').values(client).execute())
    },

    find: find('id'),

    findByTokenHash: find('token_hash'),

    async list({ limit, offset }) {
      const rows = await database.read((db) =>
        db
          .selectFrom('clients')
          .select(columns)
          .orderBy('created_at', 'desc')
          .orderBy('id', 'desc')
          .limit(limit)
          .offset(offset)
          .execute(),
      )
      return rows.map((row) => ({ ...row }))
    },

    async count() {
      const { total } = await database.read((db) =>
        db
          .selectFrom('clients')
          .select((clients) => clients.fn.countAll<number>().as('total'))
          .executeTakeFirstOrThrow(),
      )
      return total
    },

    async change(id, change) {
      if (id.includes('\0')) return undefined
      return database.write(async (transaction) => {
        const row = await transaction
          .updateTable('clients')
          .set(change)
          .where('id', '=', id)
          .returning(columns)
          .executeTakeFirst()
        return row && { ...row }
      })
    },
  }
}
