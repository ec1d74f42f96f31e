import assert from 'node:assert/strict'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { test } from 'node:test'
import pg from 'pg'
import { startBartleby } from '#server/bartleby.ts'
import { readSettings } from '#server/settings/settings.ts'
import { checkAnswer } from '#tests/contract-check.ts'
import { type Engine, engines, freshDatabase, type TestDatabase } from '#tests/engines.ts'
import type { Answer } from '#tests/running-server.ts'

/** A connection to the server's own database that goes past the server. */
export interface SecondConnection {
  /** Runs one statement. Text is written into it, so only values of the test belong there. */
  run(statement: string): Promise<void>
  close(): Promise<void>
}

async function connect(database: TestDatabase): Promise<SecondConnection> {
  if (database.engine === 'postgres') {
    const client = new pg.Client({ connectionString: database.databaseUrl })
    await client.connect()
    return {
      run: async (statement) => void (await client.query(statement)),
      close: () => client.end(),
    }
  }
  const file = new DatabaseSync(join(database.data, 'bartleby.sqlite'))
  return { run: async (statement) => file.exec(statement), close: async () => file.close() }
}

export interface WatchedServer {
  readonly engine: Engine
  readonly database: SecondConnection
  request(method: string, path: string, body?: unknown): Promise<Answer>
  /** `POST /v1/users`, which must succeed. */
  create(body: Record<string, unknown>): Promise<Answer['body']>
  rows(table: string): Promise<Record<string, unknown>[]>
}

async function request(url: string, secretKey: string, method: string, path: string, body?: unknown) {
  const headers = { authorization: `Bearer ${secretKey}`, 'content-type': 'application/json' }
  const sent = body === undefined ? {} : { body: JSON.stringify(body) }
  const response = await fetch(`${url}/v1${path}`, { method, headers, ...sent })
  const text = await response.text()
  const answer: Answer = { status: response.status, headers: response.headers, text, body: JSON.parse(text) }
  checkAnswer(method, path, answer)
  return answer
}

async function withServer(engine: Engine, run: (server: WatchedServer) => Promise<void>): Promise<void> {
  const database = await freshDatabase(engine)
  const { data, databaseUrl, secretKey, encryptionKey } = database
  const bartleby = await startBartleby({
    host: '127.0.0.1',
    port: 0,
    publicUrl: '',
    data,
    databaseUrl,
    environment: 'test',
    secretKey,
    encryptionKey,
    rateLimits: false,
    settings: readSettings({}),
    trustedProxies: [],
    logLevel: 'silent',
  })
  const second = await connect(database)
  try {
    await run({
      engine,
      database: second,
      request: (method, path, body) => request(bartleby.url, secretKey, method, path, body),
      async create(body) {
        const answer = await request(bartleby.url, secretKey, 'POST', '/users', body)
        assert.equal(answer.status, 200, answer.text)
        return answer.body
      },
      rows: (table) => bartleby.rows(table),
    })
  } finally {
    await second.close()
    await bartleby.stop()
    await database.remove()
  }
}

/** Like `rule`, with a server and database of its own and a second connection to that database. */
export function ruleBesides(
  ids: string,
  statement: string,
  run: (server: WatchedServer) => Promise<void>,
  only: readonly Engine[] = engines,
): void {
  for (const engine of engines.filter((one) => only.includes(one)))
    test(`[${ids}] ${statement} (${engine})`, () => withServer(engine, run))
}
