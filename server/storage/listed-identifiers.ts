import type { ListedIdentifier, ListedKind, ListName } from '#server/access-lists/listed-identifier.ts'
import type { ListedIdentifierStore } from '#server/access-lists/listed-identifier-store.ts'
import type { Database } from './database.ts'
import { recordEvent } from './events.ts'
import { insertInvitations } from './invitations.ts'
import type { Tables } from './tables.ts'

const columns = [
  'id',
  'list',
  'kind',
  'identifier',
  'normalized',
  'invitation_id',
  'created_at',
  'updated_at',
] as const satisfies readonly (keyof ListedIdentifier)[]

const toEntry = (row: Tables['listed_identifiers']): ListedIdentifier => ({
  ...row,
  list: row.list as ListName,
  kind: row.kind as ListedKind,
})

export function listedIdentifierStore(database: Database): ListedIdentifierStore {
  return {
    async insert(entry, event, invitation) {
      try {
        return await database.write(async (transaction): Promise<'inserted'> => {
          await transaction.insertInto('listed_identifiers').values(entry).execute()
          if (invitation) await insertInvitations(database.dialect, transaction, [invitation])
          await recordEvent(transaction, event)
          return 'inserted'
        })
      } catch (error) {
        if (database.dialect.violatedIndex(error) === 'listed_identifiers_list_kind_normalized')
          return 'taken'
        throw error
      }
    },

    async list(list, page) {
      const rows = await database.read((db) => {
        const all = db
          .selectFrom('listed_identifiers')
          .select(columns)
          .where('list', '=', list)
          .orderBy('created_at', 'desc')
          .orderBy('id', 'desc')
        return (page ? all.limit(page.limit).offset(page.offset) : all).execute()
      })
      return rows.map(toEntry)
    },

    async count(list) {
      const { total } = await database.read((db) =>
        db
          .selectFrom('listed_identifiers')
          .where('list', '=', list)
          .select((row) => row.fn.countAll().as('total'))
          .executeTakeFirstOrThrow(),
      )
      return Number(total)
    },

    async having(list, entries) {
      const rows = await database.read((db) =>
        db
          .selectFrom('listed_identifiers')
          .select(['kind', 'normalized'])
          .where('list', '=', list)
          .where((row) =>
            row.or(
              entries.map(({ kind, normalized }) =>
                row.and([row('kind', '=', kind), row('normalized', '=', normalized)]),
              ),
            ),
          )
          .execute(),
      )
      return rows.map(({ kind, normalized }) => ({ kind: kind as ListedKind, normalized }))
    },

    async delete(list, id, event) {
      if (id.includes('\0')) return false
      return database.write(async (transaction) => {
        const { numDeletedRows } = await transaction
          .deleteFrom('listed_identifiers')
          .where('list', '=', list)
          .where('id', '=', id)
          .executeTakeFirstOrThrow()
        if (numDeletedRows > 0n) await recordEvent(transaction, event)
        return numDeletedRows > 0n
      })
    },
  }
}
