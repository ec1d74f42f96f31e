import type { PostgresPool, PostgresPoolClient } from 'kysely'
import pg from 'pg'

export interface PoolLimits {
  readonly connectionsMax: number
  /** None: a migration takes as long as it takes. */
  readonly statementTimeoutMs?: number
  readonly lockTimeoutMs: number
}

/** A statement may wait for two locks, one after the other, and must hear of a busy row before its own time is up. */
export const serving: PoolLimits = { connectionsMax: 20, statementTimeoutMs: 5000, lockTimeoutMs: 2000 }
export const migrating: PoolLimits = { connectionsMax: 1, lockTimeoutMs: 60_000 }

/** One transaction that reads everything, for as long as that takes. */
export const copying: PoolLimits = { connectionsMax: 1, lockTimeoutMs: 10_000 }

const int8 = 20
const json = 114

/** Of this pool only. Counts and times are safe integers; JSON stays text, as it does on SQLite. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (id: number, format?: 'text' | 'binary') => {
    if (id === int8) return Number
    if (id === json) return String
    return pg.types.getTypeParser(id, format as 'text')
  },
}

/** Ends in an error that nobody waits for when the server is gone; the next query reports what matters. */
const ignore = () => {}

const namesMax = 200
const names = new Map<string, string>()

/** A named statement is parsed and planned once for each connection, which halves the time of a read. */
function nameOf(sql: string): string | undefined {
  const name = names.get(sql)
  if (name || names.size >= namesMax) return name
  names.set(sql, `bartleby_${names.size}`)
  return names.get(sql)
}

function guarded(client: pg.PoolClient): PostgresPoolClient {
  let broken = false
  const guard = {
    async query(sql: string, parameters: readonly unknown[]) {
      if (broken) throw new Error('Connection terminated')
      try {
        const values = [...parameters]
        return await client.query({ text: sql, values, name: values.length > 0 ? nameOf(sql) : undefined })
      } catch (error) {
        // The answer may still come, to whoever asks next on this connection.
        broken = (error as Error).message === 'Query read timeout'
        throw error
      }
    },
    release: (destroy?: boolean) => client.release(destroy || broken),
  }
  // Kysely's type has an overload for cursors, which nobody opens here.
  return guard as unknown as PostgresPoolClient
}

/** A pool whose connections may die at any moment without taking the process with them. */
export function openPool(url: string, limits: PoolLimits): PostgresPool {
  const { statementTimeoutMs } = limits
  const options: pg.PoolConfig = {
    connectionString: url,
    application_name: 'bartleby',
    max: limits.connectionsMax,
    connectionTimeoutMillis: 5000,
    keepAlive: true,
    lock_timeout: limits.lockTimeoutMs,
    statement_timeout: statementTimeoutMs,
    // The server's own limit cannot help when the network swallows its answer.
    query_timeout: statementTimeoutMs && statementTimeoutMs + 2000,
    idle_in_transaction_session_timeout: statementTimeoutMs && statementTimeoutMs * 2,
    types,
  }
  const pool = new pg.Pool(options)
  pool.on('error', ignore)
  pool.on('connect', (client) => client.on('error', ignore))
  return {
    options: {},
    connect: async () => guarded(await pool.connect()),
    end: () => pool.end(),
  }
}
