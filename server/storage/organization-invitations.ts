import { type Kysely, sql } from 'kysely'
import type {
  OrganizationInvitationFilters,
  OrganizationInvitationStore,
} from '#server/organizations/invitation-store.ts'
import type { Database } from './database.ts'
import { invitationColumns, toInvitation } from './organization-rows.ts'
import { isStorable } from './storable.ts'
import type { Tables } from './tables.ts'

function matching(
  database: Database,
  db: Kysely<Tables>,
  { organization_id, statuses, normalized, text }: OrganizationInvitationFilters,
  now: number,
) {
  let query = db.selectFrom('organization_invitations')
  const nothing = sql<boolean>`1 = 0`
  if (organization_id !== undefined) query = query.where('organization_id', '=', organization_id)
  if (normalized)
    query = normalized.length > 0 ? query.where('normalized', 'in', normalized) : query.where(nothing)
  if (text !== undefined)
    query = query.where(isStorable(text) ? database.dialect.contains(sql<string>`normalized`, text) : nothing)
  if (statuses)
    query = query.where((row) =>
      row.or(
        statuses.map((status) => {
          if (status === 'pending')
            return row.and([row('status', '=', 'pending'), row('expire_at', '>', now)])
          if (status === 'expired')
            return row.and([row('status', '=', 'pending'), row('expire_at', '<=', now)])
          return row('status', '=', status as 'accepted' | 'revoked')
        }),
      ),
    )
  return query
}

export function organizationInvitationStore(database: Database): OrganizationInvitationStore {
  const findBy = async (column: 'id' | 'token_hash', value: string) => {
    if (!isStorable(value)) return undefined
    const row = await database.read((db) =>
      db
        .selectFrom('organization_invitations')
        .select(invitationColumns)
        .where(column, '=', value)
        .executeTakeFirst(),
    )
    return row && toInvitation(row)
  }
  const asksNothing = ({ organization_id, normalized }: OrganizationInvitationFilters) =>
    [organization_id ?? '', ...(normalized ?? [])].some((text) => !isStorable(text))

  return {
    find: (id) => findBy('id', id),
    findByTokenHash: (hash) => findBy('token_hash', hash),

    async list(filters, page, now) {
      if (asksNothing(filters)) return []
      const direction = page.descending ? 'desc' : 'asc'
      const column = page.order === 'email_address' ? 'normalized' : 'created_at'
      const rows = await database.read((db) =>
        matching(database, db, filters, now)
          .select(invitationColumns)
          .orderBy(column, direction)
          .orderBy('id', direction)
          .limit(page.limit)
          .offset(page.offset)
          .execute(),
      )
      return rows.map(toInvitation)
    },

    async count(filters, now) {
      if (asksNothing(filters)) return 0
      const { total } = await database.read((db) =>
        matching(database, db, filters, now)
          .select((row) => row.fn.countAll<number>().as('total'))
          .executeTakeFirstOrThrow(),
      )
      return total
    },
  }
}
