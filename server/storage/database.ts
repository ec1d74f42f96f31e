import { setTimeout as sleep } from 'node:timers/promises'
import type { Kysely, Transaction } from 'kysely'
import type { Dialect } from './dialects/dialect.ts'
import { StorageUnavailable } from './storage.ts'
import type { Tables } from './tables.ts'

const attemptsMax = 4

/** The only way to the engine: what fails here reaches the domain in the domain's words. */
export class Database {
  readonly dialect: Dialect
  #closed: Promise<void> | undefined

  constructor(dialect: Dialect) {
    this.dialect = dialect
  }

  /** One statement, which sees one snapshot. */
  async read<T>(run: (kysely: Kysely<Tables>) => Promise<T>): Promise<T> {
    this.#refuseWhenClosed()
    try {
      return await run(this.dialect.kysely)
    } catch (error) {
      throw this.dialect.failure(error) ?? error
    }
  }

  /**
   * One transaction, even for a single statement that writes. `run` is called again when the engine has
   * undone it for the sake of another transaction.
   */
  async write<T>(run: (transaction: Transaction<Tables>) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      this.#refuseWhenClosed()
      try {
        return await this.dialect.kysely.transaction().setIsolationLevel('read committed').execute(run)
      } catch (error) {
        if (attempt === attemptsMax || !this.dialect.isConflict(error))
          throw this.dialect.failure(error) ?? error
        await sleep(Math.random() * 20 * attempt)
      }
    }
  }

  close(): Promise<void> {
    this.#closed ??= this.dialect.close()
    return this.#closed
  }

  #refuseWhenClosed() {
    if (this.#closed) throw new StorageUnavailable('the database is closed')
  }
}
