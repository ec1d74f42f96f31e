import { type Kysely, sql, type Transaction } from 'kysely'
import { jsonText } from '#contract/shapes.ts'
import type { Invitation } from '#server/invitations/invitation.ts'
import {
  AlreadyInvited,
  type InvitationFilters,
  type InvitationStore,
  type NewInvitation,
} from '#server/invitations/invitation-store.ts'
import type { InvitationStatus } from '#server/organizations/organization.ts'
import type { Database } from './database.ts'
import type { Dialect } from './dialects/dialect.ts'
import { recordEvent } from './events.ts'
import { insertMessage } from './messages.ts'
import { isStorable } from './storable.ts'
import type { Tables } from './tables.ts'

const columns = [
  'id',
  'email_address',
  'normalized',
  'token_hash',
  'status',
  'redirect_url',
  'expire_at',
  'created_at',
  'updated_at',
  'public_metadata',
] as const satisfies readonly (keyof Invitation)[]

const orderColumns = {
  created_at: 'created_at',
  email_address: 'normalized',
  expires_at: 'expire_at',
} as const

const toInvitation = (row: Omit<Tables['invitations'], 'open_address'>): Invitation => ({
  ...row,
  status: row.status as InvitationStatus,
  public_metadata: jsonText(row.public_metadata),
})

async function insertOne(
  dialect: Dialect,
  transaction: Transaction<Tables>,
  { invitation, event, message, ignoreExisting }: NewInvitation,
): Promise<void> {
  const { normalized, created_at: now, email_address } = invitation
  if (!ignoreExisting) {
    const open = await transaction
      .selectFrom('invitations')
      .select('id')
      .where('normalized', '=', normalized)
      .where('status', '=', 'pending')
      .where('expire_at', '>', now)
      .limit(1)
      .executeTakeFirst()
    if (open) throw new AlreadyInvited(email_address)
    // What has run out leaves the address to others.
    await transaction
      .updateTable('invitations')
      .set({ open_address: null })
      .where('open_address', '=', normalized)
      .where('expire_at', '<=', now)
      .execute()
  }
  // The select above cannot see an invitation that another transaction is about to commit; the unique index can.
  const row = { ...invitation, open_address: ignoreExisting ? null : normalized }
  try {
    await transaction.insertInto('invitations').values(row).execute()
  } catch (error) {
    if (dialect.violatedIndex(error) === 'invitations_open_address') throw new AlreadyInvited(email_address)
    throw error
  }
  if (message) await insertMessage(transaction, message)
  await recordEvent(transaction, event)
}

/** In one order for all transactions, so that two which invite the same addresses never wait in a circle. */
export async function insertInvitations(
  dialect: Dialect,
  transaction: Transaction<Tables>,
  invitations: readonly NewInvitation[],
): Promise<void> {
  const sorted = invitations.toSorted((a, b) => (a.invitation.normalized < b.invitation.normalized ? -1 : 1))
  for (const each of sorted) await insertOne(dialect, transaction, each)
}

/**
 * Uses the invitation up within the transaction that creates its user: both happen or neither. Of any number at once
 * one gets it; undefined when it was used, revoked or has run out.
 */
export async function acceptInvitationIn(
  transaction: Transaction<Tables>,
  id: string,
  now: number,
): Promise<Invitation | undefined> {
  if (!isStorable(id)) return undefined
  const row = await transaction
    .updateTable('invitations')
    .set({ status: 'accepted', open_address: null, updated_at: now })
    .where('id', '=', id)
    .where('status', '=', 'pending')
    .where('expire_at', '>', now)
    .returning(columns)
    .executeTakeFirst()
  return row && toInvitation(row)
}

function matching(
  database: Database,
  db: Kysely<Tables>,
  { statuses, query: sought }: InvitationFilters,
  now: number,
) {
  let query = db.selectFrom('invitations').where((row) =>
    row.or(
      statuses.map((status) => {
        if (status === 'pending') return row.and([row('status', '=', 'pending'), row('expire_at', '>', now)])
        if (status === 'expired') return row.and([row('status', '=', 'pending'), row('expire_at', '<=', now)])
        return row('status', '=', status)
      }),
    ),
  )
  if (sought)
    query = query.where((row) =>
      row.or([row('id', '=', sought.id), database.dialect.contains(sql<string>`normalized`, sought.text)]),
    )
  return query
}

export function invitationStore(database: Database): InvitationStore {
  const findBy = async (column: 'id' | 'token_hash', value: string) => {
    if (!isStorable(value)) return undefined
    const row = await database.read((db) =>
      db.selectFrom('invitations').select(columns).where(column, '=', value).executeTakeFirst(),
    )
    return row && toInvitation(row)
  }
  const findsNothing = ({ statuses, query }: InvitationFilters) =>
    statuses.length === 0 || (query !== undefined && !isStorable(query.id + query.text))

  return {
    insert: (invitations) =>
      database.write((transaction) => insertInvitations(database.dialect, transaction, invitations)),

    find: (id) => findBy('id', id),
    findByTokenHash: (hash) => findBy('token_hash', hash),

    async list(filters, page, now) {
      if (findsNothing(filters)) return []
      const direction = page.descending ? 'desc' : 'asc'
      const rows = await database.read((db) =>
        matching(database, db, filters, now)
          .select(columns)
          .orderBy(orderColumns[page.order], direction)
          .orderBy('id', direction)
          .limit(page.limit)
          .offset(page.offset)
          .execute(),
      )
      return rows.map(toInvitation)
    },

    async count(filters, now) {
      if (findsNothing(filters)) return 0
      const { total } = await database.read((db) =>
        matching(database, db, filters, now)
          .select((row) => row.fn.countAll().as('total'))
          .executeTakeFirstOrThrow(),
      )
      return Number(total)
    },

    accept: (id, now, event) =>
      database.write(async (transaction) => {
        const accepted = await acceptInvitationIn(transaction, id, now)
        if (accepted) await recordEvent(transaction, event)
        return accepted !== undefined
      }),

    async revoke(id, now, event) {
      if (!isStorable(id)) return undefined
      return database.write(async (transaction) => {
        const row = await transaction
          .updateTable('invitations')
          .set({ status: 'revoked', open_address: null, updated_at: now })
          .where('id', '=', id)
          .where('status', '=', 'pending')
          .returning(columns)
          .executeTakeFirst()
        if (!row) return undefined
        await recordEvent(transaction, event)
        return toInvitation(row)
      })
    },
  }
}
