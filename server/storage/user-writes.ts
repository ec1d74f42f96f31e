import type { Transaction } from 'kysely'
import type { User } from '#server/users/user.ts'
import { type Decision, ValueTaken } from '#server/users/user-store.ts'
import type { Dialect } from './dialects/dialect.ts'
import { recordEvent } from './events.ts'
import { insertMessage } from './messages.ts'
import { beginSession, endSessionsOf } from './session-writes.ts'
import { completeSignIn } from './sign-ins.ts'
import type { Tables } from './tables.ts'
import { derivedColumns, type Placed, toColumns, toIdentificationRow } from './user-rows.ts'
import { type UserSecrets, writeSecrets } from './user-secrets.ts'

/** What the unique index says is the only word on who has a value: nobody looks beforehand. */
async function claiming<T>(dialect: Dialect, index: string, kind: ValueTaken['kind'], write: Promise<T>) {
  try {
    return await write
  } catch (error) {
    if (dialect.violatedIndex(error) === index) throw new ValueTaken(kind)
    throw error
  }
}

/** In one order for all transactions, so that two which claim the same values never wait for each other in a circle. */
async function insertIdentifications(
  dialect: Dialect,
  transaction: Transaction<Tables>,
  userId: string,
  placed: readonly Placed[],
) {
  const key = ({ identification }: Placed) => `${identification.kind} ${identification.normalized}`
  for (const each of placed.toSorted((a, b) => (key(a) < key(b) ? -1 : 1))) {
    const row = toIdentificationRow(userId, each)
    const insert = transaction.insertInto('identifications').values(row).execute()
    await claiming(dialect, 'identifications_kind_normalized', row.kind, insert)
  }
}

/** The user after the decision, and the identifications to add. One that replaces its namesake keeps its place. */
function applied(user: User, placed: readonly Placed[], { change, at }: Decision) {
  const place = new Map(placed.map(({ position, identification }) => [identification.id, position]))
  const next = (placed.at(-1)?.position ?? -1) + 1
  const added = (change.add ?? []).map((identification, index) => ({
    identification,
    position: place.get(identification.id) ?? next + index,
  }))
  const kept = placed.filter(({ identification }) => !change.remove?.includes(identification.id))
  const given = Object.entries(change.attributes ?? {}).filter(([, value]) => value !== undefined)
  const after: User = {
    ...user,
    ...Object.fromEntries(given),
    updated_at: at,
    identifications: [...kept, ...added]
      .sort((a, b) => a.position - b.position)
      .map(({ identification }) => identification),
  }
  return { after, added }
}

export async function applyDecision(
  dialect: Dialect,
  transaction: Transaction<Tables>,
  user: User,
  placed: readonly Placed[],
  decision: Decision,
): Promise<User> {
  const { attributes, remove, endSessions, newSession, replacesOthers, completesSignIn } = decision.change
  const { after, added } = applied(user, placed, decision)
  const update = transaction
    .updateTable('users')
    .set({ ...toColumns(attributes ?? {}), ...derivedColumns(after), updated_at: decision.at })
    .where('id', '=', user.id)
    .execute()
  await claiming(dialect, 'users_external_id', 'external_id', update)
  if (remove?.length)
    await transaction
      .deleteFrom('identifications')
      .where('user_id', '=', user.id)
      .where('id', 'in', remove)
      .execute()
  await insertIdentifications(dialect, transaction, user.id, added)
  await writeSecrets(transaction, user.id, decision.change)
  if (endSessions) await endSessionsOf(transaction, user.id, endSessions, decision.at, decision.event)
  if (newSession) await beginSession(transaction, newSession, replacesOthers ?? false, decision.event)
  if (completesSignIn) await completeSignIn(transaction, completesSignIn, decision.at)
  for (const message of decision.change.messages ?? []) await insertMessage(transaction, message)
  if (decision.event) await recordEvent(transaction, decision.event)
  return after
}

/** The user, its identifications and its secrets. */
export async function insertUser(
  dialect: Dialect,
  transaction: Transaction<Tables>,
  user: User,
  secrets: UserSecrets,
): Promise<void> {
  const { id, updated_at } = user
  const row = { ...toColumns(user), ...derivedColumns(user), id, updated_at }
  const insert = transaction.insertInto('users').values(row).execute()
  await claiming(dialect, 'users_external_id', 'external_id', insert)
  const placed = user.identifications.map((identification, position) => ({ identification, position }))
  await insertIdentifications(dialect, transaction, id, placed)
  await writeSecrets(transaction, id, secrets)
}
