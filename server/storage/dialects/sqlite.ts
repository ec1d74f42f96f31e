import { chmodSync, closeSync, mkdirSync, openSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { Kysely, SqliteIntrospector, SqliteQueryCompiler, sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/sqlite'
import { CannotOpen, RowBusy, StorageUnavailable } from '../storage.ts'
import type { Tables } from '../tables.ts'
import type { Dialect } from './dialect.ts'
import { sqliteCatalogue } from './sqlite-catalogue.ts'
import { SqliteConnection } from './sqlite-connection.ts'
import {
  busyTimeoutMs,
  QueueingSqliteAdapter,
  SQLITE_BUSY,
  SqliteDriver,
  sqliteCode,
} from './sqlite-driver.ts'

export const databaseFileName = 'bartleby.sqlite'

/** Settings without which acknowledged writes could be lost, and what they must read back as. */
const required = [
  { pragma: 'journal_mode', set: 'wal', reads: 'wal' },
  { pragma: 'synchronous', set: 'full', reads: 2 },
  { pragma: 'foreign_keys', set: 'on', reads: 1 },
  { pragma: 'busy_timeout', set: String(busyTimeoutMs), reads: busyTimeoutMs },
]

/** A file system that cannot hold a write-ahead log ignores the wish for one, silently. */
export function refuseWeakSettings(database: DatabaseSync): void {
  for (const { pragma, set, reads } of required) {
    const [value] = Object.values(database.prepare(`pragma ${pragma}`).get() ?? {})
    if (value !== reads)
      throw new CannotOpen(`SQLite does not keep ${pragma} = ${set} here: it says ${value}`)
  }
}

function makeFile(folder: string, path: string, warn: (message: string) => void) {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    closeSync(openSync(path, 'a', 0o600))
  } catch (error) {
    throw new CannotOpen(`The data folder ${folder} cannot be written: ${(error as Error).message}`)
  }
  if (process.platform === 'win32' || (statSync(path).mode & 0o077) === 0) return
  try {
    chmodSync(path, 0o600)
  } catch {
    warn(`${path} can be read by other users of this machine, and its mode cannot be changed`)
  }
}

async function connect(path: string): Promise<DatabaseSync> {
  const deadline = performance.now() + busyTimeoutMs
  for (;;) {
    let database: DatabaseSync | undefined
    try {
      database = new DatabaseSync(path, { enableDoubleQuotedStringLiterals: false })
      // Waits outside SQLite, for the reason that the driver gives.
      for (const { pragma, set } of required) database.exec(`pragma ${pragma} = ${set}`)
      refuseWeakSettings(database)
      return database
    } catch (error) {
      database?.close()
      if (sqliteCode(error) !== SQLITE_BUSY || performance.now() > deadline) throw error
      await sleep(20 + Math.random() * 20)
    }
  }
}

/** What to do about a file that is not whole; undefined for any other failure. */
export function damaged(path: string, error: unknown): string | undefined {
  const code = sqliteCode(error)
  if (code !== 11 && code !== 26) return undefined
  return `The database file ${path} is damaged (${(error as Error).message}): restore a backup with "bartleby restore FILE --force", which keeps the damaged file`
}

/** Busy, locked, out of memory, read-only, I/O, corrupt, full, cannot open, locking protocol, not a database. */
const unavailable = new Set([SQLITE_BUSY, 6, 7, 8, 10, 11, 13, 14, 15, 26])

/** What the row refers to was removed between the look and the write. */
const isForeignKey = (error: unknown) =>
  sqliteCode(error) === 19 && (error as Error).message === 'FOREIGN KEY constraint failed'

export function failure(path: string, error: unknown) {
  const code = sqliteCode(error)
  if (isForeignKey(error)) return new RowBusy('SQLite: the row refers to one that is gone')
  if (code !== undefined ? unavailable.has(code) : (error as Error)?.message === 'database is not open')
    return new StorageUnavailable(damaged(path, error) ?? `SQLite: ${(error as Error).message}`, {
      cause: error,
    })
}

function violatedIndex(error: unknown) {
  if (sqliteCode(error) !== 19) return undefined
  const columns = /^UNIQUE constraint failed: (.+)$/.exec((error as Error).message)?.[1]?.split(', ')
  if (!columns) return undefined
  return [columns[0]!.split('.')[0], ...columns.map((column) => column.split('.')[1])].join('_')
}

export async function openSqlite(dataFolder: string, warn: (message: string) => void): Promise<Dialect> {
  const path = join(dataFolder, databaseFileName)
  makeFile(dataFolder, path, warn)
  const database = await connect(path).catch((error) => {
    if (error instanceof CannotOpen) throw error
    throw new CannotOpen(damaged(path, error) ?? `${path} cannot be opened: ${(error as Error).message}`)
  })
  const driver = new SqliteDriver(database)
  // Sees what is committed, at once, while the other connection is in the middle of a transaction.
  const reader = new DatabaseSync(path, { readOnly: true, timeout: busyTimeoutMs })
  const hottest = new SqliteConnection(reader)
  const kysely = new Kysely<Tables>({
    dialect: {
      createAdapter: () => new QueueingSqliteAdapter(),
      createDriver: () => driver,
      createIntrospector: (db) => new SqliteIntrospector(db),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  })
  return {
    engine: 'sqlite',
    kysely,
    answer: async (query) => hottest.answer(query),
    columns: { text: 'text', integer: 'integer', growingId: 'integer primary key autoincrement' },
    tableOptions: 'strict',
    // The third keeps `insert or replace` out, which removes a row without asking the trigger for removals.
    appendOnly: (table) =>
      [
        `${table}_no_update before update on ${table}`,
        `${table}_no_delete before delete on ${table}`,
        `${table}_no_replace before insert on ${table} when exists (select 1 from ${table} where id = new.id)`,
      ].map(
        (trigger) => `create trigger ${trigger} begin select raise(abort, '${table} is append-only'); end`,
      ),
    catalogue: sqliteCatalogue,
    migrating: (run) =>
      kysely
        .transaction()
        .execute(run)
        .catch((error) => {
          const text = damaged(path, error)
          throw text === undefined ? error : new CannotOpen(text)
        }),
    // `begin immediate` holds the whole database.
    async holdUser() {},
    async holdOrganizations() {},
    contains: (text, part) => sql`instr(${text}, ${part}) > 0`,
    jsonArray: (query) => sql<string>`${jsonArrayFrom(query)}`,
    violatedIndex,
    isConflict: () => false,
    failure: (error) => failure(path, error),
    async close() {
      reader.close()
      await driver.destroy()
      await kysely.destroy()
    },
  }
}
