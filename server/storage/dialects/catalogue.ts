import type { Kysely, Transaction } from 'kysely'
import type { Tables } from '../tables.ts'

export type Db = Kysely<Tables> | Transaction<Tables>
export type Row = Readonly<Record<string, unknown>>

/** What the operator should know about the database, and what to do about it. */
export interface Finding {
  readonly state: 'ok' | 'warning' | 'problem'
  readonly text: string
  readonly advice?: string
}

/** What an engine answers about tables as such, whatever is in them. */
export interface Catalogue {
  readonly engine: 'sqlite' | 'postgres'
  /** Names of all tables that are there, ours or not. */
  tables(db: Db): Promise<string[]>
  /** Columns in the order of the table; empty when there is no such table. */
  columnsOf(db: Db, table: string): Promise<string[]>
  /** Every row, in no particular order, some at a time: a table may be larger than the memory. */
  batches(db: Db, table: string, columns: readonly string[]): AsyncIterable<Row[]>
  /** Runs while the table takes rows whose ids are given; ids that grow go on after the highest of them. */
  filling(transaction: Transaction<Tables>, table: string, run: () => Promise<void>): Promise<void>
  /** Whether the database is whole, and set up so that no acknowledged write is lost. */
  findings(db: Db): Promise<Finding[]>
}

/** Rows that are read, and written, at once. */
export const batchRowsMax = 500

/** One state of the database, whatever is written meanwhile. Nothing can be changed through it. */
export interface Snapshot {
  readonly db: Db
  readonly catalogue: Catalogue
  /** What a failed query means; undefined when it is a bug of ours. */
  failure(error: unknown): Error | undefined
  close(): Promise<void>
}
