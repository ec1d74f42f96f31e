import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import { sql } from 'kysely'
import type { ImageStore } from '#server/images/image-store.ts'
import { reasonOf } from '#server/keys/key-files.ts'
import { version } from '#server/version.ts'
import type { Snapshot } from '../dialects/catalogue.ts'
import { sqliteCode } from '../dialects/sqlite-driver.ts'
import { unknownMigrations } from '../migrate.ts'
import { tableNames } from '../tables.ts'
import {
  applicationId,
  BackupRefused,
  breathe,
  formatVersion,
  type Manifest,
  quoted,
  type TableOfBackup,
  type Watch,
} from './backup.ts'
import { copyPictures } from './pictures.ts'
import { readBackup } from './read-backup.ts'
import { RowSum } from './row-sum.ts'
import { sealFile } from './seal.ts'
import { writeWhole } from './whole-file.ts'

/** The tables of the schema that the database has: an older one lacks what later migrations add. */
async function tablesOf({ db, catalogue }: Snapshot): Promise<{ name: string; columns: string[] }[]> {
  const tables = []
  for (const name of tableNames) {
    const columns = await catalogue.columnsOf(db, name)
    if (columns.length > 0) tables.push({ name, columns })
  }
  return tables
}

async function appliedMigrations({ db, catalogue }: Snapshot): Promise<string[]> {
  if ((await catalogue.columnsOf(db, 'migrations')).length === 0)
    throw new BackupRefused('The database holds no Bartleby yet: there is nothing to back up.')
  const rows = await db.selectFrom('migrations').select('name').orderBy('name').execute()
  return rows.map(({ name }) => name)
}

async function rowsOf({ db }: Snapshot, tables: readonly { name: string }[]): Promise<number> {
  let total = 0
  for (const { name } of tables) {
    const { rows } = await sql<{ number: number }>`select count(*) as number from ${sql.table(name)}`.execute(
      db,
    )
    total += Number(rows[0]!.number)
  }
  return total
}

async function copyTables(snapshot: Snapshot, into: DatabaseSync, watch: Watch): Promise<TableOfBackup[]> {
  const tables = await tablesOf(snapshot)
  const total = await rowsOf(snapshot, tables)
  const copied: TableOfBackup[] = []
  let done = 0
  for (const { name, columns } of tables) {
    // Without types SQLite keeps each value as it is given; the migrations know the types.
    into.exec(`create table ${quoted(name)} (${columns.map(quoted).join(', ')})`)
    const insert = into.prepare(`insert into ${quoted(name)} values (${columns.map(() => '?').join(', ')})`)
    const content = new RowSum(columns)
    for await (const batch of snapshot.catalogue.batches(snapshot.db, name, columns)) {
      for (const row of batch) insert.run(...columns.map((column) => row[column] as SQLInputValue))
      content.add(batch)
      done += batch.length
      watch.progress('copying', done, total)
      await breathe(watch)
    }
    copied.push({ name, columns, rows: content.rows, checksum: content.sum })
  }
  return copied
}

function writeManifest(into: DatabaseSync, manifest: Manifest): void {
  const row = {
    ...manifest,
    migrations: JSON.stringify(manifest.migrations),
    tables: JSON.stringify(manifest.tables),
  }
  const columns = Object.keys(row)
  into.exec(`create table bartleby_backup (${columns.join(', ')})`)
  into
    .prepare(`insert into bartleby_backup values (${columns.map(() => '?').join(', ')})`)
    .run(...Object.values(row))
}

async function copyInto(
  path: string,
  snapshot: Snapshot,
  migrations: string[],
  images: ImageStore | undefined,
  watch: Watch,
): Promise<Manifest> {
  const into = new DatabaseSync(path)
  try {
    // The file has no name before it is whole and on disk, so that nothing of it needs a journal.
    into.exec(
      `pragma journal_mode = off; pragma synchronous = off; pragma application_id = ${applicationId}; begin`,
    )
    const created_at = Date.now()
    const tables = await copyTables(snapshot, into, watch)
    const pictures = images ? await copyPictures(into, tables, images, watch) : 0
    const instance = into.prepare('select id from instance').get() as { id: string } | undefined
    const manifest: Manifest = {
      format: formatVersion,
      version,
      engine: snapshot.catalogue.engine,
      instance_id: instance?.id ?? null,
      created_at,
      migrations,
      tables,
      pictures,
    }
    writeManifest(into, manifest)
    into.exec('commit')
    return manifest
  } finally {
    into.close()
  }
}

/** Why the new file could not be written. */
function fileProblem(error: unknown): string | undefined {
  const { code } = error as NodeJS.ErrnoException
  if (/^(ENOSPC|EDQUOT|EFBIG|EIO|EROFS)$/.test(code ?? '')) return reasonOf(error)
  return sqliteCode(error) === undefined ? undefined : `SQLite: ${(error as Error).message}`
}

/** Copies the snapshot into a file that is read back and compared before it gets its name. Throws `BackupRefused`. */
export async function writeBackup(
  snapshot: Snapshot,
  path: string,
  { replaces, images, ...watch }: Watch & { replaces: boolean; images?: ImageStore | undefined },
): Promise<Manifest> {
  try {
    const migrations = await appliedMigrations(snapshot)
    const unknown = unknownMigrations(migrations)
    if (unknown.length > 0)
      throw new BackupRefused(
        `The database was migrated by a newer version of Bartleby (${unknown.join(', ')}): back it up with that version.`,
      )
    return await writeWhole(path, replaces, async (temporary) => {
      const manifest = await copyInto(temporary, snapshot, migrations, images, watch)
      await sealFile(temporary)
      const written = await readBackup(temporary, watch)
      written.close()
      return manifest
    })
  } catch (error) {
    const reason = snapshot.failure(error)?.message ?? fileProblem(error)
    if (error instanceof BackupRefused || watch.signal.aborted || !reason) throw error
    throw new BackupRefused(`The backup failed, and nothing was written: ${reason}`, { cause: error })
  }
}
