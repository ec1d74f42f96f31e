import type {
  CompiledQuery,
  Expression,
  Kysely,
  RawBuilder,
  SelectQueryBuilder,
  SqlBool,
  Transaction,
} from 'kysely'
import type { RowBusy, StorageUnavailable } from '../storage.ts'
import type { Tables } from '../tables.ts'
import type { Catalogue } from './catalogue.ts'

/**
 * All that an engine has to answer: a third one fills in this list, and nothing else asks which engine it is.
 * Text compares byte by byte on every engine, integers hold 53 bits, and the same SQL text does the rest.
 */
export interface Dialect {
  readonly engine: 'sqlite' | 'postgres'
  readonly kysely: Kysely<Tables>
  /** Outside of any transaction, the rows of a query that was compiled beforehand: the way of the hottest reads. */
  answer<R>(query: CompiledQuery<R>): Promise<R[]>
  /** Tables as such, for backups and for looking things over. */
  readonly catalogue: Catalogue

  /** Types of columns in migrations. */
  readonly columns: { readonly text: string; readonly integer: string; readonly growingId: string }
  /** Ends every `create table`. */
  readonly tableOptions: string
  /** Statements after which the database itself refuses to change or remove a row of the table. */
  appendOnly(table: string): string[]
  /** Runs in a transaction that no other process's migration can overlap, and that no time limit cuts short. */
  migrating(run: (transaction: Transaction<Tables>) => Promise<void>): Promise<void>

  /** Keeps everyone else from changing the user until the transaction ends. */
  holdUser(transaction: Transaction<Tables>, id: string): Promise<void>
  /** The same of each of these organizations, in the order of their ids. */
  holdOrganizations(transaction: Transaction<Tables>, ids: readonly string[]): Promise<void>

  /** Whether the text has the part anywhere, taken literally: no character is a wildcard. */
  contains(text: Expression<string>, part: string): Expression<SqlBool>
  /** The rows of a query as the source text of one JSON array, in no particular order. */
  jsonArray<O>(query: SelectQueryBuilder<Tables, keyof Tables, O>): RawBuilder<string>

  /** The unique index that the write met, named `<table>_<columns joined by _>`. */
  violatedIndex(error: unknown): string | undefined
  /** Whether the same transaction may succeed when it is run again at once. */
  isConflict(error: unknown): boolean
  /** What a failed query means to its caller; undefined when it is a bug of ours. */
  failure(error: unknown): StorageUnavailable | RowBusy | undefined

  close(): Promise<void>
}
