import { mkdtemp, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Transaction } from 'kysely'
import type { Dialect } from '../dialects/dialect.ts'
import { openPostgres } from '../dialects/postgres.ts'
import { databaseFileName, openSqlite } from '../dialects/sqlite.ts'
import { bringUpToDate } from '../migrate.ts'
import { migrations } from '../migrations/all.ts'
import type { OpenOptions } from '../open.ts'
import { CannotOpen } from '../storage.ts'
import type { Tables } from '../tables.ts'
import { BackupRefused, breathe, type TableOfBackup, type Watch } from './backup.ts'
import type { Backup } from './read-backup.ts'
import { RowSum } from './row-sum.ts'
import { isThere, nameFile } from './whole-file.ts'

/** Parameters of one statement, fewer than any engine takes. */
const valuesMax = 8_000

async function fill(
  transaction: Transaction<Tables>,
  backup: Backup,
  table: TableOfBackup,
  heard: (n: number) => Promise<void>,
) {
  const rowsMax = Math.max(1, Math.floor(valuesMax / table.columns.length))
  for (const batch of backup.batches(table)) {
    for (let at = 0; at < batch.length; at += rowsMax) {
      const rows = batch.slice(at, at + rowsMax)
      await transaction
        .insertInto(table.name as never)
        .values(rows as never)
        .execute()
      await heard(rows.length)
    }
  }
}

/** The database must give back, row for row, what the backup holds. */
async function compare(
  { catalogue }: Dialect,
  transaction: Transaction<Tables>,
  table: TableOfBackup,
  watch: Watch,
) {
  const found = new RowSum(table.columns)
  for await (const batch of catalogue.batches(transaction, table.name, table.columns)) {
    found.add(batch)
    await breathe(watch)
  }
  if (found.rows !== table.rows || found.sum !== table.checksum)
    throw new Error(`the table ${table.name} differs from the backup after it was restored`)
}

/** One transaction: all of the backup is there, or nothing is. */
async function restoreInto(dialect: Dialect, backup: Backup, watch: Watch): Promise<void> {
  const { tables, migrations: names } = backup.manifest
  const total = tables.reduce((sum, { rows }) => sum + rows, 0)
  let done = 0
  await dialect.migrating(async (transaction) => {
    const found = await dialect.catalogue.tables(transaction)
    if (found.length > 0)
      throw new BackupRefused(
        `The PostgreSQL database is not empty (it has the table ${found[0]}): restore into an empty one.`,
      )
    // The schema that the backup was made of; the next start migrates it as it would have migrated the original.
    await bringUpToDate(
      dialect,
      transaction,
      migrations.filter(({ name }) => names.includes(name)),
    )
    await transaction.deleteFrom('migrations').execute()
    for (const table of tables) {
      const heard = async (rows: number) => {
        done += rows
        watch.progress('restoring', done, total)
        await breathe(watch)
      }
      await dialect.catalogue.filling(transaction, table.name, () => fill(transaction, backup, table, heard))
      await compare(dialect, transaction, table, watch)
    }
  })
}

/** Closes the dialect whatever happens, and says in one line what went wrong at the database. */
async function closing(dialect: Dialect, watch: Watch, run: () => Promise<void>): Promise<void> {
  try {
    await run()
  } catch (error) {
    const reason = dialect.failure(error)?.message
    if (error instanceof BackupRefused || error instanceof CannotOpen || watch.signal.aborted || !reason)
      throw error
    throw new BackupRefused(`Restoring failed, and nothing was changed: ${reason}`, { cause: error })
  } finally {
    await dialect.close()
  }
}

const isWithUs = (folder: string) =>
  new BackupRefused(
    `There is a database in ${folder} already: choose an empty folder, or add --force, which keeps the old file under another name.`,
  )

/** Throws unless nobody else has the file open: its writes would go on in the file that is moved aside. */
function refuseOpenFile(path: string): void {
  let database: DatabaseSync | undefined
  try {
    database = new DatabaseSync(path, { timeout: 1000 })
    // Also moves what is in the write-ahead log into the file itself, which is then all there is.
    const row = database.prepare('pragma journal_mode = delete').get() as { journal_mode: string }
    if (row.journal_mode === 'delete') return
  } catch (error) {
    // A file that cannot be opened as a database is moved as it is: that is what `--force` is for.
    if (!/locked|busy/.test((error as Error).message)) return
  } finally {
    database?.close()
  }
  throw new BackupRefused(`${path} is in use: stop the server first.`)
}

/** The name that the old database has from now on; undefined when there is none. */
async function moveAside(path: string): Promise<string | undefined> {
  if (!(await isThere(path))) return undefined
  refuseOpenFile(path)
  const aside = `${path}.${new Date().toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-')}`
  if (await isThere(aside)) throw new BackupRefused(`${aside} is there already: try again in a second.`)
  for (const end of ['-wal', '-shm', '']) if (await isThere(path + end)) await rename(path + end, aside + end)
  return aside
}

async function restoreFile(
  backup: Backup,
  dataFolder: string,
  replaces: boolean,
  watch: Watch,
): Promise<string | undefined> {
  const path = join(dataFolder, databaseFileName)
  if (!replaces && (await isThere(path))) throw isWithUs(dataFolder)
  const folder = await mkdtemp(join(dataFolder, 'restoring-'))
  try {
    const dialect = await openSqlite(folder, () => {})
    await closing(dialect, watch, () => restoreInto(dialect, backup, watch))
    const aside = replaces ? await moveAside(path) : undefined
    await nameFile(join(folder, databaseFileName), path).catch((error) => {
      throw error.code === 'EEXIST' ? isWithUs(dataFolder) : error
    })
    return aside
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/**
 * Restores into an empty place; answers where the old file is, if there was one to replace. A PostgreSQL
 * database that is not empty is refused in any case. Throws `BackupRefused`.
 */
export async function restoreBackup(
  backup: Backup,
  { databaseUrl, dataFolder }: OpenOptions,
  { replaces, ...watch }: Watch & { replaces: boolean },
): Promise<string | undefined> {
  if (!databaseUrl) return restoreFile(backup, dataFolder, replaces, watch)
  const dialect = await openPostgres(databaseUrl, () => {})
  await closing(dialect, watch, () => restoreInto(dialect, backup, watch))
  return undefined
}
