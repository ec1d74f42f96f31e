import type { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { type DatabaseConnection, type Driver, SqliteAdapter } from 'kysely'
import { SqliteConnection } from './sqlite-connection.ts'
import { Turns } from './turns.ts'

export const busyTimeoutMs = 10_000

/** Primary code of an error of SQLite; undefined for any other error. */
export function sqliteCode(error: unknown): number | undefined {
  const code = (error as { errcode?: unknown } | null)?.errcode
  return typeof code === 'number' ? code & 0xff : undefined
}
export const SQLITE_BUSY = 5

/** Kysely would queue for the single connection by waking every waiter at every release; the driver's line is fair. */
export class QueueingSqliteAdapter extends SqliteAdapter {
  override get supportsMultipleConnections() {
    return true
  }
}

/**
 * One connection for the process, used by one query or one transaction at a time.
 *
 * node:sqlite blocks the whole process while it waits for a lock, and the holder may be another connection
 * of this very process, which then could never let go. So `begin immediate` never waits inside SQLite: the
 * driver asks again and again, and lets reads through in between.
 */
export class SqliteDriver implements Driver {
  readonly #database: DatabaseSync
  readonly #connection: SqliteConnection
  readonly #turns = new Turns()
  readonly #writers = new Turns()

  constructor(database: DatabaseSync) {
    this.#database = database
    this.#connection = new SqliteConnection(database)
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    await this.#turns.take()
    return this.#connection
  }

  async releaseConnection(): Promise<void> {
    this.#turns.end()
  }

  async beginTransaction(): Promise<void> {
    const deadline = performance.now() + busyTimeoutMs
    if (!this.#writers.takeIfFree()) {
      this.#turns.end()
      await this.#writers.take()
      await this.#turns.take()
    }
    try {
      for (let pauseMs = 1; ; pauseMs = Math.min(pauseMs * 2, 20)) {
        const refused = this.#begin()
        if (!refused) return
        if (performance.now() > deadline) throw refused
        this.#turns.end()
        await sleep(pauseMs * (0.5 + Math.random()))
        await this.#turns.take()
      }
    } catch (error) {
      this.#writers.end()
      throw error
    }
  }

  /** The error, if another connection is writing. */
  #begin(): unknown {
    this.#database.exec('pragma busy_timeout = 0')
    try {
      this.#database.exec('begin immediate')
    } catch (error) {
      if (sqliteCode(error) !== SQLITE_BUSY) throw error
      return error
    } finally {
      this.#database.exec(`pragma busy_timeout = ${busyTimeoutMs}`)
    }
  }

  async commitTransaction(): Promise<void> {
    this.#database.exec('commit')
    this.#writers.end()
  }

  /** Also after a failed commit. A full disk makes SQLite roll back by itself. */
  async rollbackTransaction(): Promise<void> {
    try {
      if (this.#database.isTransaction) this.#database.exec('rollback')
    } finally {
      this.#writers.end()
    }
  }

  async destroy(): Promise<void> {
    await this.#turns.take()
    if (this.#database.isOpen) this.#database.close()
    this.#turns.end()
  }
}
