import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import pg from 'pg'
import type { TestServer } from '#tests/running-server.ts'

/** Runs the statements on the server's database without its knowing: what no operation can do yet, and what breaks it. */
export async function behind(server: TestServer, ...statements: string[]): Promise<void> {
  const { data, databaseUrl } = server.database
  if (server.engine === 'sqlite') {
    const database = new DatabaseSync(join(data, 'bartleby.sqlite'))
    try {
      database.exec('pragma busy_timeout = 10000')
      for (const statement of statements) database.exec(statement)
    } finally {
      database.close()
    }
    return
  }
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}
