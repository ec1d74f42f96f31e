import { randomBytes } from 'node:crypto'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'

/** The database engines that every scenario runs on; `DIALECTS=sqlite` narrows a run. */
export type Engine = 'sqlite' | 'postgres'
export const engines = (process.env.DIALECTS?.split(',') ?? ['sqlite', 'postgres']) as Engine[]

export interface TestDatabase {
  readonly engine: Engine
  /** A data folder of its own. */
  readonly data: string
  /** Empty on SQLite. */
  readonly databaseUrl: string
  /** Keys that a server on PostgreSQL must be given; SQLite servers are given them too. */
  readonly secretKey: string
  readonly encryptionKey: string
  /** Removes folder and database. */
  remove(): Promise<void>
}

const postgresUrl = () => {
  const url = process.env.TEST_POSTGRES_URL
  if (!url) throw new Error('no PostgreSQL: run with --test-global-setup=tests/global-setup.ts')
  return url
}

async function onPostgres(statement: string) {
  const client = new pg.Client({ connectionString: `${postgresUrl()}/postgres` })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

async function createDatabase(engine: Engine, template = ''): Promise<TestDatabase> {
  const data = await mkdtemp(join(tmpdir(), 'bartleby-test-'))
  const name = `bartleby_${randomBytes(6).toString('hex')}`
  if (engine === 'postgres') await onPostgres(`create database ${name} ${template && `template ${template}`}`)
  return {
    engine,
    data,
    databaseUrl: engine === 'postgres' ? `${postgresUrl()}/${name}` : '',
    secretKey: `sk_test_${randomBytes(24).toString('hex')}`,
    encryptionKey: randomBytes(32).toString('base64'),
    async remove() {
      if (engine === 'postgres') await onPostgres(`drop database if exists ${name} with (force)`)
      await rm(data, { recursive: true, force: true })
    },
  }
}

/** An empty database of the engine, with a data folder and keys. */
export const freshDatabase = (engine: Engine) => createDatabase(engine)

/** The same, but on PostgreSQL a copy of what the migrations leave: running them takes longer than most tests. */
export const migratedDatabase = (engine: Engine) => createDatabase(engine, process.env.TEST_POSTGRES_TEMPLATE)

/** Another database with the same content, files and keys; nobody may be connected to the first. */
export async function copyOf(source: TestDatabase): Promise<TestDatabase> {
  const { engine, databaseUrl, secretKey, encryptionKey } = source
  const copy = await createDatabase(engine, databaseUrl && new URL(databaseUrl).pathname.slice(1))
  await cp(source.data, copy.data, { recursive: true })
  return { ...copy, secretKey, encryptionKey }
}
