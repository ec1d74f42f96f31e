import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import pg from 'pg'
import { CannotOpen, RowBusy, StorageUnavailable } from '../storage.ts'
import type { Tables } from '../tables.ts'
import type { Snapshot } from './catalogue.ts'
import type { Dialect } from './dialect.ts'
import { postgresCatalogue } from './postgres-catalogue.ts'
import { copying, migrating, openPool, type PoolLimits, serving } from './postgres-pool.ts'

const codeOf = (error: unknown): string => {
  const code = (error as { code?: unknown } | null)?.code
  return typeof code === 'string' ? code : ''
}

/** Classes 08 connection, 28 log-in, 53 resources, 57P operator, 58 system; cancelled, read-only, idle too long, no such database. */
const awayStates = /^(08...|28...|53...|57P..|58...|57014|25006|25P03|3D000)$/
const awaySockets = /^(ECONN|ENOTFOUND|EAI_|EHOST|ENET|EPIPE|ETIMEDOUT|ENOENT$)/
const awayMessages =
  /^(Connection terminated|timeout exceeded when trying to connect|timeout expired|Query read timeout|Client has encountered a connection error|Client was closed|Cannot use a pool after calling end|The server does not support SSL)/

const conflicts = new Set(['40001', '40P01'])
const lockNotAvailable = '55P03'
const uniqueViolation = '23505'
/** What the row refers to was removed between the look and the write. */
const foreignKeyViolation = '23503'

function failure(error: unknown) {
  const code = codeOf(error)
  if (code === lockNotAvailable) return new RowBusy('PostgreSQL: another transaction holds the row')
  if (code === foreignKeyViolation) return new RowBusy('PostgreSQL: the row refers to one that is gone')
  const message = (error as Error)?.message ?? ''
  if (conflicts.has(code) || awayStates.test(code) || awaySockets.test(code) || awayMessages.test(message))
    return new StorageUnavailable(`PostgreSQL: ${message || code}`)
}

/** In our own words: what the server or the resolver says may quote a mistyped connection string, password and all. */
function whyNotOpened(error: unknown): string {
  const code = codeOf(error)
  if (/^28/.test(code)) return 'it refuses the user name or the password'
  if (code === '3D000') return 'it has no database of that name'
  if (code === '42501') return 'the user may not do what is needed'
  if (code) return `connecting fails (${code})`
  return awayMessages.test((error as Error)?.message)
    ? 'it does not answer'
    : 'the connection string cannot be used'
}

function open(url: string, limits: PoolLimits) {
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool: openPool(url, limits) }) })
}

function refuseUnreadable(url: string) {
  if (!/^postgres(ql)?:\/\//.test(url))
    throw new CannotOpen('The address of the database must begin with postgres://')
  try {
    new pg.Client({ connectionString: url })
  } catch {
    throw new CannotOpen('The address of the PostgreSQL database cannot be read')
  }
}

async function inspect(kysely: Kysely<Tables>, warn: (message: string) => void) {
  const { rows } = await sql<{ name: string; setting: string }>`
    select name, setting from pg_settings
    where name in ('fsync', 'full_page_writes', 'synchronous_commit', 'server_encoding')`.execute(kysely)
  for (const { name, setting } of rows) {
    if (name !== 'server_encoding') {
      if (setting === 'off') warn(`PostgreSQL runs with ${name} = off: a crash can lose acknowledged writes`)
    } else if (setting !== 'UTF8')
      throw new CannotOpen(`The PostgreSQL database must be encoded in UTF8, not ${setting}`)
  }
}

async function migrate(url: string, run: (transaction: Transaction<Tables>) => Promise<void>) {
  const kysely = open(url, migrating)
  try {
    await kysely
      .transaction()
      .setIsolationLevel('read committed')
      .execute(async (transaction) => {
        await sql`select pg_advisory_xact_lock(${sql.lit(7_221_536_001)})`.execute(transaction)
        await run(transaction)
      })
  } finally {
    await kysely.destroy()
  }
}

/** One transaction that reads one state and cannot write. */
export async function openPostgresSnapshot(url: string): Promise<Snapshot> {
  refuseUnreadable(url)
  const kysely = open(url, copying)
  try {
    const db = await kysely
      .startTransaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute()
    // The first statement takes the snapshot.
    await sql`select 1`.execute(db)
    return {
      db,
      catalogue: postgresCatalogue,
      failure,
      async close() {
        await db
          .rollback()
          .execute()
          .catch(() => {})
        await kysely.destroy()
      },
    }
  } catch (error) {
    await kysely.destroy()
    throw new CannotOpen(`PostgreSQL cannot be used: ${whyNotOpened(error)}`)
  }
}

export async function openPostgres(url: string, warn: (message: string) => void): Promise<Dialect> {
  refuseUnreadable(url)
  const kysely = open(url, serving)
  try {
    await inspect(kysely, warn)
  } catch (error) {
    await kysely.destroy()
    if (error instanceof CannotOpen) throw error
    throw new CannotOpen(`PostgreSQL cannot be used: ${whyNotOpened(error)}`)
  }
  return {
    engine: 'postgres',
    kysely,
    answer: async (query) => (await kysely.executeQuery(query)).rows,
    catalogue: postgresCatalogue,
    columns: {
      text: 'text collate "C"',
      integer: 'bigint',
      growingId: 'bigint generated always as identity primary key',
    },
    tableOptions: '',
    appendOnly: (table) => [
      `create function ${table}_append_only() returns trigger language plpgsql as $$ begin raise exception '${table} is append-only'; end $$`,
      `create trigger ${table}_append_only before update or delete or truncate on ${table} for each statement execute function ${table}_append_only()`,
    ],
    migrating: (run) => migrate(url, run),
    async holdUser(transaction, id) {
      await transaction.selectFrom('users').select('id').where('id', '=', id).forUpdate().execute()
    },
    async holdOrganizations(transaction, ids) {
      const query = transaction.selectFrom('organizations').select('id').where('id', 'in', ids)
      if (ids.length > 0) await query.orderBy('id').forUpdate().execute()
    },
    contains: (text, part) => sql`strpos(${text}, ${part}) > 0`,
    jsonArray: (query) => sql<string>`${jsonArrayFrom(query)}`,
    violatedIndex: (error) =>
      codeOf(error) === uniqueViolation ? (error as pg.DatabaseError).constraint : undefined,
    isConflict: (error) => conflicts.has(codeOf(error)) || codeOf(error) === foreignKeyViolation,
    failure,
    close: () => kysely.destroy(),
  }
}
