import type { Transaction } from 'kysely'
import type { NewEvent } from '#server/events/event.ts'
import type { Session } from '#server/sessions/session.ts'
import type { UserChange } from '#server/users/user-store.ts'
import { recordEvent } from './events.ts'
import type { Tables } from './tables.ts'

/** The record of what a session went through, by whoever changed the user. */
const eventFor = (cause: NewEvent, type: string, session: { id: string; user_id: string }): NewEvent => ({
  ...cause,
  type,
  subject: session.id,
  details: { user_id: session.user_id },
})

/** Ends the user's active sessions in the transaction that changes the user: none outlives the change. */
export async function endSessionsOf(
  transaction: Transaction<Tables>,
  userId: string,
  end: NonNullable<UserChange['endSessions']>,
  at: number,
  cause: NewEvent | undefined,
): Promise<void> {
  let update = transaction
    .updateTable('sessions')
    .set({ status: end.status, updated_at: at })
    .where('user_id', '=', userId)
    .where('status', '=', 'active')
  if (end.except !== undefined) update = update.where('id', '!=', end.except)
  const ended = await update.returning(['id', 'user_id']).execute()
  if (cause)
    for (const session of ended)
      await recordEvent(transaction, eventFor(cause, `session.${end.status}`, session))
}

/** Begins a session in the transaction that has seen that the user may have one. */
export async function beginSession(
  transaction: Transaction<Tables>,
  session: Session,
  cause: NewEvent | undefined,
): Promise<void> {
  await transaction.insertInto('sessions').values(session).execute()
  if (cause) await recordEvent(transaction, eventFor(cause, 'session.created', session))
}
