import type { Snapshot } from './dialects/catalogue.ts'
import { openPostgresSnapshot } from './dialects/postgres.ts'
import { openSqliteSnapshot } from './dialects/sqlite-snapshot.ts'
import type { OpenOptions } from './open.ts'

/** Opens for reading: no file is made, nothing is migrated, no writer waits. Throws `CannotOpen`. */
export const openSnapshot = ({ databaseUrl, dataFolder }: OpenOptions): Promise<Snapshot> =>
  databaseUrl ? openPostgresSnapshot(databaseUrl) : openSqliteSnapshot(dataFolder)
