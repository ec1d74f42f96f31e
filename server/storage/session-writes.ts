import type { Transaction } from 'kysely'
import type { NewEvent } from '#server/events/event.ts'
import type { Session } from '#server/sessions/session.ts'
import { isLive } from '#server/sessions/session-status.ts'
import type { UserChange } from '#server/users/user-store.ts'
import { recordEvent } from './events.ts'
import type { Tables } from './tables.ts'

type Ended = Pick<Session, 'id' | 'user_id' | 'status' | 'expire_at' | 'abandon_at'>

const endedColumns = ['id', 'user_id', 'status', 'expire_at', 'abandon_at'] as const

/** The record of what a session went through, by whoever changed the user. */
const eventFor = (cause: NewEvent, type: string, session: { id: string; user_id: string }): NewEvent => ({
  ...cause,
  type,
  subject: session.id,
  details: { user_id: session.user_id },
})

async function recordEnds(
  transaction: Transaction<Tables>,
  type: string,
  ended: readonly { id: string; user_id: string }[],
  cause: NewEvent | undefined,
) {
  if (!cause) return
  for (const session of ended) await recordEvent(transaction, eventFor(cause, type, session))
}

/**
 * Ends the user's sessions in the transaction that changes the user: none outlives the change. Those that have run
 * out are ended as well, so that a clock set back revives none, but nobody hears of it.
 */
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
  const ended: Ended[] = await update.returning(endedColumns).execute()
  const heard = ended.filter((session) => isLive({ ...session, status: 'active' }, at))
  await recordEnds(transaction, `session.${end.status}`, heard, cause)
}

/** Removes the sessions of a user who is removed, each live one with a record of its own. */
export async function removeSessionsOf(
  transaction: Transaction<Tables>,
  userId: string,
  cause: NewEvent,
): Promise<void> {
  const removed: Ended[] = await transaction
    .deleteFrom('sessions')
    .where('user_id', '=', userId)
    .returning(endedColumns)
    .execute()
  const heard = removed.filter((session) => isLive(session, cause.at))
  await recordEnds(transaction, 'session.ended', heard, cause)
}

/**
 * Begins a session in the transaction that has seen that the user may have one. The client is written to first:
 * two who sign in on it at once follow each other, so that the second replaces what the first began.
 */
export async function beginSession(
  transaction: Transaction<Tables>,
  session: Session,
  replacesOthers: boolean,
  cause: NewEvent | undefined,
): Promise<void> {
  const { id, client_id, created_at } = session
  await transaction
    .updateTable('clients')
    .set({ last_active_session_id: id, updated_at: created_at })
    .where('id', '=', client_id)
    .execute()
  if (replacesOthers) {
    const replaced = await transaction
      .updateTable('sessions')
      .set({ status: 'replaced', updated_at: created_at })
      .where('client_id', '=', client_id)
      .where('status', '=', 'active')
      .where('expire_at', '>', created_at)
      .where('abandon_at', '>', created_at)
      .returning(['id', 'user_id'])
      .execute()
    await recordEnds(transaction, 'session.replaced', replaced, cause)
  }
  await transaction.insertInto('sessions').values(session).execute()
  if (cause && cause.subject !== id)
    await recordEvent(transaction, eventFor(cause, 'session.created', session))
}
