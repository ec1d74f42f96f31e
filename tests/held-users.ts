import assert from 'node:assert/strict'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import pg from 'pg'
import type { TestServer } from './running-server.ts'

/** Keeps everyone else from changing the users, or what is named, while `run` runs: on PostgreSQL their rows, on SQLite the database. */
export async function holding(
  server: TestServer,
  ids: string[],
  run: () => Promise<void>,
  table: 'users' | 'jwt_templates' | 'organizations' | 'instance' = 'users',
): Promise<void> {
  const { data, databaseUrl } = server.database
  if (server.engine === 'sqlite') {
    const database = new DatabaseSync(join(data, 'bartleby.sqlite'))
    try {
      database.exec('begin immediate')
      await run()
      database.exec('rollback')
    } finally {
      database.close()
    }
    return
  }
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query('begin')
    const { rowCount } = await client.query(`select id from ${table} where id = any($1) for update`, [ids])
    assert.equal(rowCount, ids.length)
    await run()
    await client.query('rollback')
  } finally {
    await client.end()
  }
}
