import { sql, type Transaction } from 'kysely'
import type { Dialect } from './dialects/dialect.ts'
import { migrations } from './migrations/all.ts'
import type { Migration } from './migrations/migration.ts'
import { CannotOpen } from './storage.ts'
import type { Tables } from './tables.ts'

/** Names that this version does not know: a newer one has run them. */
export const unknownMigrations = (applied: readonly string[]): string[] =>
  applied.filter((name) => !migrations.some((known) => known.name === name))

/** Runs those of the `wanted` migrations that are missing. */
export async function bringUpToDate(
  dialect: Dialect,
  transaction: Transaction<Tables>,
  wanted: readonly Migration[] = migrations,
): Promise<void> {
  const { text, integer } = dialect.columns
  const run = (statement: string) => sql.raw(statement).execute(transaction)
  await run(
    `create table if not exists migrations (name ${text} primary key, applied_at ${integer} not null) ${dialect.tableOptions}`,
  )
  const applied = await transaction.selectFrom('migrations').select('name').orderBy('name').execute()
  const unknown = unknownMigrations(applied.map(({ name }) => name))
  if (unknown.length > 0)
    throw new CannotOpen(
      `The database was migrated by a newer version of Bartleby (${unknown.join(', ')}); start that version or a newer one`,
    )
  for (const { name, statements } of wanted) {
    if (applied.some((row) => row.name === name)) continue
    for (const statement of statements(dialect)) await run(statement)
    await transaction.insertInto('migrations').values({ name, applied_at: Date.now() }).execute()
  }
}

/** All missing migrations or none, in one transaction; a second process waits and then finds nothing to do. */
export async function migrate(dialect: Dialect): Promise<void> {
  try {
    await dialect.migrating((transaction) => bringUpToDate(dialect, transaction))
  } catch (error) {
    if (error instanceof CannotOpen) throw error
    throw new CannotOpen(`The database cannot be migrated: ${(error as Error).message}`, { cause: error })
  }
}
