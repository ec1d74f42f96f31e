import type { Transaction } from 'kysely'
import type { Message, MessageStatus, MessageStore } from '#server/mail/message-store.ts'
import type { Database } from './database.ts'
import type { Tables } from './tables.ts'

/** Named, not `*`: a newer version may add columns while this one still runs. */
const columns = [
  'id',
  'kind',
  'user_id',
  'recipient',
  'subject',
  'body',
  'status',
  'attempts',
  'next_attempt_at',
  'last_error',
  'created_at',
  'sent_at',
  'updated_at',
] as const satisfies readonly (keyof Message)[]

const toMessage = (row: Tables['messages']): Message => ({ ...row, status: row.status as MessageStatus })

/** In the transaction of what the message tells of: neither is there without the other. */
export async function insertMessage(transaction: Transaction<Tables>, message: Message): Promise<void> {
  await transaction.insertInto('messages').values(message).execute()
}

/** What was being sent is due again once its claim has run out, so one condition finds both. */
function claimDue(transaction: Transaction<Tables>, now: number, takeoverAt: number) {
  return (
    transaction
      .updateTable('messages')
      .set((row) => ({
        status: 'sending',
        attempts: row('attempts', '+', 1),
        next_attempt_at: takeoverAt,
        updated_at: now,
      }))
      .where('id', '=', (db) =>
        db
          .selectFrom('messages')
          .select('id')
          .where('next_attempt_at', '<=', now)
          .orderBy('next_attempt_at')
          .limit(1),
      )
      // Asked again of the row itself: another process may have taken it since the select saw it.
      .where('next_attempt_at', '<=', now)
      .returning(columns)
  )
}

export function messageStore(database: Database): MessageStore {
  return {
    insert: (message) => database.write((transaction) => insertMessage(transaction, message)),

    find: (id) =>
      database.read(async (db) => {
        const row = await db.selectFrom('messages').select(columns).where('id', '=', id).executeTakeFirst()
        return row && toMessage(row)
      }),

    list: ({ recipient, after }, limit) =>
      database.read(async (db) => {
        let query = db.selectFrom('messages').select(columns)
        if (recipient !== undefined) query = query.where('recipient', '=', recipient)
        if (after)
          query = query.where(({ eb, or, and }) =>
            or([
              eb('created_at', '>', after.created_at),
              and([eb('created_at', '=', after.created_at), eb('id', '>', after.id)]),
            ]),
          )
        const rows = await query.orderBy('created_at', 'desc').orderBy('id', 'desc').limit(limit).execute()
        return rows.map(toMessage)
      }),

    claim: async (now, takeoverAt) => {
      // Looks first: a queue that is empty, as it mostly is, must not cost a write at every turn.
      const due = await database.read((db) =>
        db.selectFrom('messages').select('id').where('next_attempt_at', '<=', now).limit(1).execute(),
      )
      if (due.length === 0) return undefined
      const [row] = await database.write((transaction) => claimDue(transaction, now, takeoverAt).execute())
      return row && toMessage(row)
    },

    settle: ({ id, attempts }, { status, at, nextAttemptAt, error, dropBody }) =>
      database.write(async (transaction) => {
        const { numUpdatedRows } = await transaction
          .updateTable('messages')
          .set({
            status,
            next_attempt_at: nextAttemptAt,
            last_error: error,
            updated_at: at,
            ...(status === 'sent' ? { sent_at: at } : {}),
            ...(dropBody ? { body: null } : {}),
          })
          .where('id', '=', id)
          .where('status', '=', 'sending')
          .where('attempts', '=', attempts)
          .executeTakeFirstOrThrow()
        return numUpdatedRows > 0n
      }),

    async prune(before) {
      await database.write((transaction) =>
        transaction.deleteFrom('messages').where('created_at', '<', before).execute(),
      )
    },
  }
}
