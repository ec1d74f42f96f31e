import type { Dialect } from '../dialects/dialect.ts'

/** One step of the schema, written once for all engines. Its name is recorded and never changes. */
export interface Migration {
  readonly name: string
  statements(dialect: Dialect): string[]
}
