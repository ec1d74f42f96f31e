import { sql } from 'kysely'
import { batchRowsMax, type Catalogue, type Row } from './catalogue.ts'

export const sqliteCatalogue: Catalogue = {
  engine: 'sqlite',

  async tables(db) {
    const { rows } = await sql<{ name: string }>`
      select name from sqlite_schema where type = 'table' and name not like 'sqlite\\_%' escape '\\'`.execute(
      db,
    )
    return rows.map(({ name }) => name)
  },

  async columnsOf(db, table) {
    const { rows } = await sql<{ name: string }>`select name from pragma_table_info(${table})`.execute(db)
    return rows.map(({ name }) => name)
  },

  async *batches(db, table, columns) {
    const names = sql.join(columns.map((column) => sql.ref(column)))
    let after = -1
    for (;;) {
      const { rows } = await sql<Row & { batch_place: number }>`
        select rowid as batch_place, ${names} from ${sql.table(table)}
        where rowid > ${after} order by rowid limit ${batchRowsMax}`.execute(db)
      if (rows.length === 0) return
      after = rows.at(-1)!.batch_place
      yield rows
    }
  },

  filling: (_transaction, _table, run) => run(),

  async findings(db) {
    const { rows } = await sql<{ quick_check: string }>`pragma quick_check(3)`.execute(db)
    const { rows: modes } = await sql<{ journal_mode: string }>`pragma journal_mode`.execute(db)
    const mode = modes[0]?.journal_mode
    const isWhole = rows.length === 1 && rows[0]!.quick_check === 'ok'
    return [
      isWhole
        ? { state: 'ok', text: 'the file is whole (quick_check)' }
        : {
            state: 'problem',
            text: `the file is damaged: ${rows.map(({ quick_check }) => quick_check.replaceAll('\n', ' ')).join('; ')}`,
            advice: 'stop the server and restore a backup: bartleby restore FILE --force',
          },
      mode === 'wal'
        ? { state: 'ok', text: 'the write-ahead log is on (journal_mode = wal)' }
        : {
            state: 'warning',
            text: `journal_mode is ${mode}, not wal`,
            advice: 'the next start of the server sets it',
          },
    ]
  },
}
