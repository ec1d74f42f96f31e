import { jsonText } from '#contract/shapes.ts'
import type { JwtTemplate } from '#server/jwt-templates/jwt-template.ts'
import type { JwtTemplateStore } from '#server/jwt-templates/jwt-template-store.ts'
import type { Database } from './database.ts'
import { recordEvent } from './events.ts'
import type { Stored } from './tables.ts'

const columns = [
  'id',
  'name',
  'claims',
  'lifetime',
  'allowed_clock_skew',
  'signing_algorithm',
  'signing_key',
  'created_at',
  'updated_at',
] as const satisfies readonly (keyof JwtTemplate)[]

const toTemplate = (row: Stored<JwtTemplate>): JwtTemplate => ({ ...row, claims: jsonText(row.claims) })
const isNoText = (text: string) => text.includes('\0')

export function jwtTemplateStore(database: Database): JwtTemplateStore {
  const findBy = (column: 'id' | 'name', value: string) =>
    database.read(async (db) => {
      if (isNoText(value)) return undefined
      const query = db.selectFrom('jwt_templates').select(columns).where(column, '=', value)
      const row = await query.executeTakeFirst()
      return row && toTemplate(row)
    })

  /** The unique index answers whether a name is free. */
  async function unlessTaken<T>(run: () => Promise<T>): Promise<T | 'taken'> {
    try {
      return await run()
    } catch (error) {
      if (database.dialect.violatedIndex(error) === 'jwt_templates_name') return 'taken'
      throw error
    }
  }

  return {
    find: (id) => findBy('id', id),
    findByName: (name) => findBy('name', name),

    list: (page) =>
      database.read(async (db) => {
        let query = db.selectFrom('jwt_templates').select(columns)
        query = query.orderBy('created_at', 'desc').orderBy('id', 'desc')
        if (page) query = query.limit(page.limit).offset(page.offset)
        return (await query.execute()).map(toTemplate)
      }),

    count: () =>
      database.read(async (db) => {
        const query = db.selectFrom('jwt_templates').select((row) => row.fn.countAll().as('total'))
        return Number((await query.executeTakeFirstOrThrow()).total)
      }),

    insert: (template, event) =>
      unlessTaken(() =>
        database.write(async (transaction): Promise<'inserted'> => {
          await transaction
            .insertInto('jwt_templates')
            .values({ ...template })
            .execute()
          await recordEvent(transaction, event)
          return 'inserted'
        }),
      ),

    change: (id, decide) =>
      unlessTaken(() =>
        database.write(async (transaction) => {
          if (isNoText(id)) return undefined
          // Writes nothing new, but holds the row: who changes the same template waits, and then sees this.
          const held = await transaction
            .updateTable('jwt_templates')
            .set((row) => ({ name: row.ref('name') }))
            .where('id', '=', id)
            .returning(columns)
            .executeTakeFirst()
          if (!held) return undefined
          const template = toTemplate(held)
          const { change, event } = decide(template)
          await transaction.updateTable('jwt_templates').set(change).where('id', '=', id).execute()
          await recordEvent(transaction, event)
          return { ...template, ...change }
        }),
      ),

    delete: (id, event) =>
      database.write(async (transaction) => {
        if (isNoText(id)) return false
        const query = transaction.deleteFrom('jwt_templates').where('id', '=', id)
        const { numDeletedRows } = await query.executeTakeFirstOrThrow()
        if (numDeletedRows > 0n) await recordEvent(transaction, event)
        return numDeletedRows > 0n
      }),
  }
}
