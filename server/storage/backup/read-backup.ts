import { open } from 'node:fs/promises'
import { DatabaseSync, type SQLOutputValue } from 'node:sqlite'
import type { Instance } from '#server/keys/instance-store.ts'
import { reasonOf } from '#server/keys/key-files.ts'
import { batchRowsMax, type Row } from '../dialects/catalogue.ts'
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
import { type PictureOfBackup, picturesOf } from './pictures.ts'
import { RowSum } from './row-sum.ts'
import { isSealed } from './seal.ts'

/** A backup that was read through once and found whole. */
export interface Backup {
  readonly manifest: Manifest
  /** Undefined when it is of a database that no server was started on. */
  readonly instance: Instance | undefined
  batches(table: TableOfBackup): Generator<Row[]>
  pictures(): Generator<PictureOfBackup>
  close(): void
}

const magic = Buffer.from('SQLite format 3\0')
const applicationIdAt = 68

async function refuseOtherKinds(path: string): Promise<void> {
  const header = Buffer.alloc(applicationIdAt + 4)
  try {
    const handle = await open(path, 'r')
    try {
      await handle.read(header, 0, header.length, 0)
    } finally {
      await handle.close()
    }
  } catch (error) {
    const reason =
      (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'there is no such file' : reasonOf(error)
    throw new BackupRefused(`The backup ${path} cannot be read: ${reason}.`)
  }
  if (
    !header.subarray(0, magic.length).equals(magic) ||
    header.readUInt32BE(applicationIdAt) !== applicationId
  )
    throw new BackupRefused(`${path} is no backup of Bartleby: "bartleby backup FILE" makes one.`)
}

function refuseNewer({ format, version, migrations, tables }: Manifest): void {
  const unknown = [
    ...(format > formatVersion ? [`format ${format}`] : []),
    ...unknownMigrations(migrations),
    ...tables.map(({ name }) => name).filter((name) => !(tableNames as readonly string[]).includes(name)),
  ]
  if (unknown.length === 0) return
  throw new BackupRefused(
    `The backup was made by a newer version of Bartleby (${version}: ${unknown.join(', ')}): restore it with that version or a newer one.`,
  )
}

function manifestOf(database: DatabaseSync): Manifest {
  const row = database.prepare('select * from bartleby_backup').get() as Record<string, SQLOutputValue>
  const { migrations, tables } = row
  return {
    ...(row as unknown as Manifest),
    migrations: JSON.parse(String(migrations)),
    tables: JSON.parse(String(tables)),
  }
}

function* batchesOf(database: DatabaseSync, { name, columns }: TableOfBackup): Generator<Row[]> {
  const statement = database.prepare(`select ${columns.map(quoted).join(', ')} from ${quoted(name)}`)
  let batch: Row[] = []
  for (const row of statement.iterate()) {
    batch.push(row)
    if (batch.length === batchRowsMax) {
      yield batch
      batch = []
    }
  }
  if (batch.length > 0) yield batch
}

async function isWhole(database: DatabaseSync, { tables }: Manifest, watch: Watch): Promise<boolean> {
  const checked = database.prepare('pragma integrity_check(1)').get() as { integrity_check: string }
  if (checked.integrity_check !== 'ok') return false
  const total = tables.reduce((sum, { rows }) => sum + rows, 0)
  let done = 0
  for (const table of tables) {
    const found = new RowSum(table.columns)
    for (const batch of batchesOf(database, table)) {
      found.add(batch)
      done += batch.length
      watch.progress('checking', done, total)
      await breathe(watch)
    }
    if (found.rows !== table.rows || found.sum !== table.checksum) return false
  }
  return true
}

/** Opens a backup and checks all of it. Throws `BackupRefused`. */
export async function readBackup(path: string, watch: Watch): Promise<Backup> {
  await refuseOtherKinds(path)
  const isDamaged = () =>
    new BackupRefused(
      `The backup ${path} is damaged or cut short: its checksum does not fit. Take another one.`,
    )
  if (!(await isSealed(path))) throw isDamaged()
  let database: DatabaseSync | undefined
  try {
    const opened = new DatabaseSync(path, { readOnly: true })
    database = opened
    const manifest = manifestOf(opened)
    refuseNewer(manifest)
    if (!(await isWhole(opened, manifest, watch))) throw isDamaged()
    const hasInstance = manifest.tables.some(({ name, rows }) => name === 'instance' && rows > 0)
    return {
      manifest,
      instance: hasInstance
        ? (opened.prepare('select id, key_check, created_at from instance').get() as unknown as Instance)
        : undefined,
      batches: (table) => batchesOf(opened, table),
      pictures: () => picturesOf(opened),
      close: () => opened.close(),
    }
  } catch (error) {
    database?.close()
    if (error instanceof BackupRefused || watch.signal.aborted) throw error
    throw isDamaged()
  }
}
