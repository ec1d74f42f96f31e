import { jsonText } from '#contract/shapes.ts'
import type { Ticket, TicketStore } from '#server/sessions/ticket-store.ts'
import type { Database } from './database.ts'
import { recordEvent } from './events.ts'
import type { TicketRow } from './tables.ts'

const columns = [
  'id',
  'kind',
  'user_id',
  'token_hash',
  'status',
  'actor',
  'organization_id',
  'session_max_duration_in_seconds',
  'expire_at',
  'created_at',
  'updated_at',
] as const satisfies readonly (keyof Ticket)[]

const toTicket = (row: TicketRow): Ticket => ({
  ...row,
  kind: row.kind as Ticket['kind'],
  status: row.status as Ticket['status'],
  actor: row.actor === null ? null : jsonText(row.actor),
})

export function ticketStore(database: Database): TicketStore {
  return {
    insert: (ticket, event) =>
      database.write(async (transaction) => {
        await database.dialect.holdUser(transaction, ticket.user_id)
        const user = await transaction
          .selectFrom('users')
          .select('id')
          .where('id', '=', ticket.user_id)
          .executeTakeFirst()
        if (!user) return false
        await transaction.insertInto('tickets').values(ticket).execute()
        await recordEvent(transaction, event)
        return true
      }),

    async find(kind, id) {
      if (id.includes('\0')) return undefined
      const row = await database.read((db) =>
        db
          .selectFrom('tickets')
          .select(columns)
          .where('id', '=', id)
          .where('kind', '=', kind)
          .executeTakeFirst(),
      )
      return row && toTicket(row)
    },

    async revoke(kind, id, at, event) {
      if (id.includes('\0')) return undefined
      return database.write(async (transaction) => {
        const row = await transaction
          .updateTable('tickets')
          .set({ status: 'revoked', updated_at: at })
          .where('id', '=', id)
          .where('kind', '=', kind)
          .where('status', '=', 'pending')
          .returning(columns)
          .executeTakeFirst()
        if (!row) return undefined
        await recordEvent(transaction, event)
        return toTicket(row)
      })
    },

    redeem: (tokenHash, now) =>
      database.write(async (transaction) => {
        const row = await transaction
          .updateTable('tickets')
          .set({ status: 'accepted', updated_at: now })
          .where('token_hash', '=', tokenHash)
          .where('status', '=', 'pending')
          .where('expire_at', '>', now)
          .returning(columns)
          .executeTakeFirst()
        return row && toTicket(row)
      }),
  }
}
