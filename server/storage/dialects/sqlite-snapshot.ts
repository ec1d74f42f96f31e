import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Kysely, SqliteIntrospector, SqliteQueryCompiler } from 'kysely'
import { CannotOpen } from '../storage.ts'
import type { Tables } from '../tables.ts'
import type { Snapshot } from './catalogue.ts'
import { damaged, databaseFileName, failure } from './sqlite.ts'
import { sqliteCatalogue } from './sqlite-catalogue.ts'
import { busyTimeoutMs, QueueingSqliteAdapter, SqliteDriver } from './sqlite-driver.ts'

/** A connection of its own: the write-ahead log lets it read one state while others write. */
export async function openSqliteSnapshot(dataFolder: string): Promise<Snapshot> {
  const path = join(dataFolder, databaseFileName)
  if (!existsSync(path)) throw new CannotOpen(`There is no database in ${dataFolder}`)
  let database: DatabaseSync | undefined
  try {
    database = new DatabaseSync(path, { readOnly: true, timeout: busyTimeoutMs })
    database.exec('begin')
    // The first read takes the snapshot.
    database.prepare('select count(*) from sqlite_schema').get()
  } catch (error) {
    database?.close()
    throw new CannotOpen(damaged(path, error) ?? `${path} cannot be opened: ${(error as Error).message}`)
  }
  const driver = new SqliteDriver(database)
  const db = new Kysely<Tables>({
    dialect: {
      createAdapter: () => new QueueingSqliteAdapter(),
      createDriver: () => driver,
      createIntrospector: (kysely) => new SqliteIntrospector(kysely),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  })
  return {
    db,
    catalogue: sqliteCatalogue,
    failure: (error) => failure(path, error),
    async close() {
      await driver.destroy()
      await db.destroy()
    },
  }
}
