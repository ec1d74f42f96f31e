import type { RedirectUrlStore } from '#server/invitations/redirect-url-store.ts'
import type { Database } from './database.ts'
import { recordEvent } from './events.ts'
import { isStorable } from './storable.ts'

const columns = ['id', 'url', 'created_at', 'updated_at'] as const
export function redirectUrlStore(database: Database): RedirectUrlStore {
  const findBy = async (column: 'id' | 'url', value: string) =>
    isStorable(value)
      ? database.read((db) =>
          db.selectFrom('redirect_urls').select(columns).where(column, '=', value).executeTakeFirst(),
        )
      : undefined

  return {
    async insert(redirectUrl, event) {
      try {
        return await database.write(async (transaction): Promise<'inserted'> => {
          await transaction.insertInto('redirect_urls').values(redirectUrl).execute()
          await recordEvent(transaction, event)
          return 'inserted'
        })
      } catch (error) {
        if (database.dialect.violatedIndex(error) === 'redirect_urls_url') return 'taken'
        throw error
      }
    },

    find: (id) => findBy('id', id),
    has: async (url) => (await findBy('url', url)) !== undefined,

    list: (page) =>
      database.read((db) => {
        const all = db
          .selectFrom('redirect_urls')
          .select(columns)
          .orderBy('created_at', 'desc')
          .orderBy('id', 'desc')
        return (page ? all.limit(page.limit).offset(page.offset) : all).execute()
      }),

    async count() {
      const { total } = await database.read((db) =>
        db
          .selectFrom('redirect_urls')
          .select((row) => row.fn.countAll().as('total'))
          .executeTakeFirstOrThrow(),
      )
      return Number(total)
    },

    async delete(id, event) {
      if (!isStorable(id)) return false
      return database.write(async (transaction) => {
        const { numDeletedRows } = await transaction
          .deleteFrom('redirect_urls')
          .where('id', '=', id)
          .executeTakeFirstOrThrow()
        if (numDeletedRows > 0n) await recordEvent(transaction, event)
        return numDeletedRows > 0n
      })
    },
  }
}
