import { type Kysely, sql, type Transaction } from 'kysely'
import type { CodeChoice, CodePurpose, CodeStore, StoredCode } from '#server/credentials/code-store.ts'
import type { Database } from './database.ts'
import { recordEvent } from './events.ts'
import { insertMessage } from './messages.ts'
import type { Tables } from './tables.ts'

const columns = [
  'id',
  'purpose',
  'subject',
  'user_id',
  'recipient',
  'code_hash',
  'attempts',
  'consumed_at',
  'expire_at',
  'created_at',
] as const satisfies readonly (keyof StoredCode)[]

const toCode = (row: Tables['codes']): StoredCode => ({ ...row, purpose: row.purpose as CodePurpose })

/** Undoes the transaction. */
class BudgetFull extends Error {
  readonly since: number
  constructor(since: number) {
    super('the budget is used up')
    this.since = since
  }
}

/** One statement, so that parallel senders count one after the other; its row is held until all is written. */
async function spend(
  transaction: Transaction<Tables>,
  key: string,
  max: number,
  now: number,
  windowBegin: number,
): Promise<void> {
  const isOver = sql<boolean>`code_budgets.since <= ${windowBegin}`
  const spent = await transaction
    .insertInto('code_budgets')
    .values({ key, since: now, sent: 1 })
    .onConflict((conflict) =>
      conflict
        .column('key')
        .doUpdateSet({
          since: sql`case when ${isOver} then excluded.since else code_budgets.since end`,
          sent: sql`case when ${isOver} then 1 else code_budgets.sent + 1 end`,
        })
        .where(({ eb, or }) => or([isOver, eb('code_budgets.sent', '<', max)])),
    )
    .returning('key')
    .execute()
  if (spent.length > 0) return
  const { since } = await transaction
    .selectFrom('code_budgets')
    .select('since')
    .where('key', '=', key)
    .executeTakeFirstOrThrow()
  throw new BudgetFull(since)
}

const newest = (db: Kysely<Tables>, { purpose, subject, id }: CodeChoice) => {
  const query = db
    .selectFrom('codes')
    .where('purpose', '=', purpose)
    .where('subject', '=', subject)
    // Of those that were replaced, none expires as late, even of two in one millisecond.
    .orderBy('expire_at', 'desc')
    .limit(1)
  return id === undefined ? query : query.where('id', '=', id)
}

export function codeStore(database: Database): CodeStore {
  return {
    replace: (code, { message, event }, budgets, windowBegin) =>
      database
        .write(async (transaction) => {
          for (const { key, max } of budgets) await spend(transaction, key, max, code.created_at, windowBegin)
          await transaction
            .updateTable('codes')
            .set({ expire_at: code.created_at })
            .where('purpose', '=', code.purpose)
            .where('subject', '=', code.subject)
            .where('expire_at', '>', code.created_at)
            .execute()
          await transaction.insertInto('codes').values(code).execute()
          if (message) await insertMessage(transaction, message)
          await recordEvent(transaction, event)
          return undefined
        })
        .catch((error) => {
          if (error instanceof BudgetFull) return { full: error.since }
          throw error
        }),

    find: (which) =>
      database.read(async (db) => {
        const row = await newest(db, which).select(columns).executeTakeFirst()
        return row && toCode(row)
      }),

    attempt: (which, hash, now, attemptsMax) =>
      database.write(async (transaction) => {
        const row = await transaction
          .updateTable('codes')
          .set((code) => ({
            attempts: code('attempts', '+', 1),
            consumed_at: sql<number | null>`case when code_hash = ${hash} then ${sql.lit(now)} end`,
          }))
          .where('id', '=', newest(transaction, which).select('id'))
          .where('consumed_at', 'is', null)
          .where('expire_at', '>', now)
          .where('attempts', '<', attemptsMax)
          .returning(columns)
          .executeTakeFirst()
        return row && toCode(row)
      }),

    async prune(before) {
      await database.write(async (transaction) => {
        await transaction.deleteFrom('codes').where('expire_at', '<', before).execute()
        await transaction.deleteFrom('code_budgets').where('since', '<', before).execute()
      })
    },
  }
}
