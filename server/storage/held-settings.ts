import type { Kysely, Transaction } from 'kysely'
import type { HeldSettings, StoredSettings } from '#server/instance-settings/instance-settings-store.ts'
import { recordEvent } from './events.ts'
import type { Tables } from './tables.ts'

export const selectSettings = (db: Kysely<Tables>) =>
  db.selectFrom('instance_settings').select(['name', 'value'])

export const readStored = (rows: readonly { name: string; value: string }[]): StoredSettings =>
  new Map(rows.map(({ name, value }) => [name, JSON.parse(value) as unknown]))

/** Holds the one row of the instance: changes of settings, roles and permissions come one after the other. */
export async function holdSettings(transaction: Transaction<Tables>): Promise<HeldSettings> {
  await transaction
    .updateTable('instance')
    .set((row) => ({ id: row.ref('id') }))
    .execute()
  return {
    settings: readStored(await selectSettings(transaction).execute()),

    async store(values, at) {
      for (const [name, value] of values) {
        const row = { value: JSON.stringify(value), updated_at: at }
        await transaction
          .insertInto('instance_settings')
          .values({ name, ...row })
          .onConflict((conflict) => conflict.column('name').doUpdateSet(row))
          .execute()
      }
    },

    record: (event) => recordEvent(transaction, event),
  }
}
