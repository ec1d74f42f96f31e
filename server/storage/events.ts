import type { Transaction } from 'kysely'
import type { NewEvent } from '#server/events/event.ts'
import type { Tables } from './tables.ts'

/** Takes the transaction of the change itself: no event without its change, no change without its event. */
export async function recordEvent(transaction: Transaction<Tables>, event: NewEvent): Promise<void> {
  const { type, actor, subject, at, trace_id, details } = event
  await transaction
    .insertInto('events')
    .values({ type, actor, subject, at, trace_id, details: JSON.stringify(details) })
    .execute()
}
