import { sql } from 'kysely'
import type { Instance } from '#server/keys/instance-store.ts'
import type { StoredSecretKey } from '#server/keys/secret-key-store.ts'
import type { Finding, Snapshot } from './dialects/catalogue.ts'
import { unknownMigrations } from './migrate.ts'
import { migrations } from './migrations/all.ts'
import type { OpenOptions } from './open.ts'
import { openSnapshot } from './snapshot.ts'
import { CannotOpen } from './storage.ts'

/** A database, looked at without changing anything. */
export interface Inspection {
  readonly engine: 'sqlite' | 'postgres'
  readonly findings: readonly Finding[]
  readonly instance: Instance | undefined
  readonly secretKeys: readonly StoredSecretKey[]
  /** When the newest change was made, in Unix milliseconds by the clock of that server. */
  readonly newestAt: number | undefined
  /** Of the uploaded pictures that users have. */
  readonly imageIds: readonly string[]
}

export type { Finding }

async function migrationFindings({ db }: Snapshot): Promise<Finding[]> {
  const rows = await db.selectFrom('migrations').select('name').execute()
  const applied = rows.map(({ name }) => name)
  const unknown = unknownMigrations(applied)
  const missing = migrations.map(({ name }) => name).filter((name) => !applied.includes(name))
  if (unknown.length > 0)
    return [
      {
        state: 'problem',
        text: `the database was migrated by a newer version of Bartleby (${unknown.join(', ')})`,
        advice: 'run that version or a newer one',
      },
    ]
  if (missing.length > 0)
    return [
      {
        state: 'warning',
        text: `${missing.join(', ')} not applied yet`,
        advice: 'the next start of the server migrates; make a backup before',
      },
    ]
  return [{ state: 'ok', text: `all ${applied.length} migrations are applied` }]
}

async function newestOf({ db }: Snapshot): Promise<number | undefined> {
  const event = await db.selectFrom('events').select('at').orderBy('id', 'desc').limit(1).executeTakeFirst()
  const { rows } = await sql<{ at: number | null }>`select max(updated_at) as at from users`.execute(db)
  const times = [event?.at, rows[0]?.at].filter((at) => typeof at === 'number')
  return times.length > 0 ? Math.max(...times) : undefined
}

async function imageIdsOf({ db, catalogue }: Snapshot): Promise<string[]> {
  // A database that waits for its migration may be older than pictures.
  if (!(await catalogue.columnsOf(db, 'users')).includes('image_id')) return []
  const rows = await db
    .selectFrom('users')
    .select('image_id')
    .distinct()
    .where('image_id', 'is not', null)
    .execute()
  return rows.map(({ image_id }) => image_id!)
}

async function inspect(snapshot: Snapshot): Promise<Inspection> {
  const { db, catalogue } = snapshot
  const { engine } = catalogue
  const findings = await catalogue.findings(db)
  if ((await catalogue.columnsOf(db, 'migrations')).length === 0) {
    const empty: Finding = {
      state: 'warning',
      text: 'the database is empty',
      advice: 'the first start of the server fills it: bartleby serve',
    }
    return {
      engine,
      findings: [...findings, empty],
      instance: undefined,
      secretKeys: [],
      newestAt: undefined,
      imageIds: [],
    }
  }
  const keys = ['id', 'hash', 'hint', 'created_at', 'revoked_at'] as const
  return {
    engine,
    findings: [...findings, ...(await migrationFindings(snapshot))],
    instance: await db.selectFrom('instance').select(['id', 'key_check', 'created_at']).executeTakeFirst(),
    secretKeys: await db.selectFrom('secret_keys').select(keys).execute(),
    newestAt: await newestOf(snapshot),
    imageIds: await imageIdsOf(snapshot),
  }
}

/** Throws `CannotOpen` when the database cannot be read at all. */
export async function inspectDatabase(options: OpenOptions): Promise<Inspection> {
  const snapshot = await openSnapshot(options)
  try {
    return await inspect(snapshot)
  } catch (error) {
    const reason = snapshot.failure(error)?.message
    throw reason ? new CannotOpen(reason, { cause: error }) : error
  } finally {
    await snapshot.close()
  }
}
