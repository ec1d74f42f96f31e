import { setTimeout as sleep } from 'node:timers/promises'
import type { CompiledQuery, Kysely, Transaction } from 'kysely'
import type { Dialect } from './dialects/dialect.ts'
import { StorageUnavailable } from './storage.ts'
import type { Tables } from './tables.ts'

const attemptsMax = 4

/** The only way to the engine: what fails here reaches the domain in the domain's words. */
export class Database {
  readonly dialect: Dialect
  readonly #running = new Set<Promise<unknown>>()
  #closed: Promise<void> | undefined

  constructor(dialect: Dialect) {
    this.dialect = dialect
  }

  /** One statement, which sees one snapshot. */
  read<T>(run: (kysely: Kysely<Tables>) => Promise<T>): Promise<T> {
    return this.#track(async () => {
      try {
        return await run(this.dialect.kysely)
      } catch (error) {
        throw this.dialect.failure(error) ?? error
      }
    })
  }

  /** The same for a query that was compiled beforehand, on the shortest way. */
  answer<R>(query: CompiledQuery<R>): Promise<R[]> {
    return this.read(() => this.dialect.answer(query))
  }

  /**
   * One transaction, even for a single statement that writes. `run` is called again when the engine has
   * undone it for the sake of another transaction.
   */
  write<T>(run: (transaction: Transaction<Tables>) => Promise<T>): Promise<T> {
    return this.#track(async () => {
      for (let attempt = 1; ; attempt++) {
        try {
          return await this.dialect.kysely.transaction().setIsolationLevel('read committed').execute(run)
        } catch (error) {
          if (attempt === attemptsMax || !this.dialect.isConflict(error))
            throw this.dialect.failure(error) ?? error
          await sleep(Math.random() * 20 * attempt)
        }
      }
    })
  }

  /** Lets what runs end first: a closing pool never answers those who wait for a connection. */
  close(): Promise<void> {
    this.#closed ??= Promise.allSettled(this.#running).then(() => this.dialect.close())
    return this.#closed
  }

  async #track<T>(work: () => Promise<T>): Promise<T> {
    if (this.#closed) throw new StorageUnavailable('the database is closed')
    const running = work()
    this.#running.add(running)
    try {
      return await running
    } finally {
      this.#running.delete(running)
    }
  }
}
