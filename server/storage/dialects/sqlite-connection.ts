import type { DatabaseSync, SQLInputValue, SQLOutputValue, StatementSync } from 'node:sqlite'
import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely'

const statementsMax = 500

interface Prepared {
  readonly statement: StatementSync
  /** Of the columns; none for a statement that answers no rows. */
  names: readonly string[]
}

/** Keeps each statement prepared under its text. */
export class SqliteConnection implements DatabaseConnection {
  readonly #database: DatabaseSync
  readonly #statements = new Map<string, Prepared>()

  constructor(database: DatabaseSync) {
    this.#database = database
  }

  #prepared(sql: string): Prepared {
    let prepared = this.#statements.get(sql)
    if (prepared) {
      this.#statements.delete(sql)
    } else {
      const statement = this.#database.prepare(sql)
      prepared = { statement, names: namesOf(statement) }
      // Rows as objects have no prototype and as many hidden shapes as columns: everything that reads them is slow.
      if (prepared.names.length > 0) statement.setReturnArrays(true)
      if (this.#statements.size >= statementsMax)
        this.#statements.delete(this.#statements.keys().next().value!)
    }
    this.#statements.set(sql, prepared)
    return prepared
  }

  #rows<R>(prepared: Prepared, parameters: SQLInputValue[]): R[] {
    const found = prepared.statement.all(...parameters) as unknown as SQLOutputValue[][]
    // A migration by another process may have added columns to what `*` stands for.
    if (found[0] && found[0].length !== prepared.names.length) prepared.names = namesOf(prepared.statement)
    return found.map((values) => rowOf(prepared.names, values)) as R[]
  }

  /** At once. Only for queries that answer rows. */
  answer<R>(query: CompiledQuery<R>): R[] {
    return this.#rows(this.#prepared(query.sql), query.parameters as SQLInputValue[])
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const prepared = this.#prepared(query.sql)
    const parameters = query.parameters as SQLInputValue[]
    if (prepared.names.length > 0) return { rows: this.#rows<R>(prepared, parameters) }
    return { rows: [], numAffectedRows: BigInt(prepared.statement.run(...parameters).changes) }
  }

  // biome-ignore lint/correctness/useYield: the interface asks for a generator
  async *streamQuery<R>(): AsyncGenerator<QueryResult<R>> {
    throw new Error('streaming is not needed on SQLite')
  }
}

const namesOf = (statement: StatementSync): string[] => statement.columns().map(({ name }) => name)

function rowOf(names: readonly string[], values: readonly SQLOutputValue[]): Record<string, SQLOutputValue> {
  const row: Record<string, SQLOutputValue> = {}
  for (let i = 0; i < names.length; i++) row[names[i]!] = values[i]!
  return row
}
