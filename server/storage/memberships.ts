import { type Kysely, sql } from 'kysely'
import type {
  MembershipFilters,
  MembershipOrder,
  MembershipStore,
} from '#server/organizations/membership-store.ts'
import type { Database } from './database.ts'
import { membershipColumns, toMembership } from './organization-rows.ts'
import { isStorable } from './storable.ts'
import type { Tables } from './tables.ts'
import { conditionsOf } from './user-filters.ts'

const qualified = membershipColumns.map((column) => `memberships.${column}` as const)

const columnOf: Record<MembershipOrder, string> = {
  created_at: 'memberships.created_at',
  email_address: 'users.primary_email_address',
  phone_number: 'users.primary_phone_number',
  username: 'users.username',
  first_name: 'users.first_name_folded',
  last_name: 'users.last_name_folded',
}

/** What the members are like as users is asked in a query of its own, with the filters of users. */
const usersMatching = (
  database: Database,
  db: Kysely<Tables>,
  filters: NonNullable<MembershipFilters['user']>,
) =>
  db
    .selectFrom('users')
    .select('users.id')
    .where((users) => users.and(conditionsOf(database.dialect, filters, users)))

function matching(database: Database, db: Kysely<Tables>, filters: MembershipFilters) {
  const { organization_id, user_id, role_ids, user_ids, user, created_before, created_after } = filters
  let query = db.selectFrom('memberships')
  const nobody = sql<boolean>`1 = 0`
  if (organization_id !== undefined) query = query.where('memberships.organization_id', '=', organization_id)
  if (user_id !== undefined) query = query.where('memberships.user_id', '=', user_id)
  if (role_ids)
    query = role_ids.length > 0 ? query.where('memberships.role_id', 'in', role_ids) : query.where(nobody)
  const included = user_ids?.include.filter(isStorable) ?? []
  const excluded = user_ids?.exclude.filter(isStorable) ?? []
  if (user_ids?.include.length)
    query = included.length > 0 ? query.where('memberships.user_id', 'in', included) : query.where(nobody)
  if (excluded.length > 0) query = query.where('memberships.user_id', 'not in', excluded)
  if (user) query = query.where('memberships.user_id', 'in', usersMatching(database, db, user))
  if (created_before !== undefined) query = query.where('memberships.created_at', '<', created_before)
  if (created_after !== undefined) query = query.where('memberships.created_at', '>', created_after)
  return query
}

const asksNothing = ({ organization_id, user_id }: MembershipFilters) =>
  [organization_id, user_id].some((id) => id !== undefined && !isStorable(id))

/** A row for each permission, and one for a role without any. */
const standingRows = (db: Kysely<Tables>, organizationId: string, userId: string) =>
  db
    .selectFrom('memberships')
    .innerJoin('organizations', 'organizations.id', 'memberships.organization_id')
    .innerJoin('roles', 'roles.id', 'memberships.role_id')
    .leftJoin('role_permissions', 'role_permissions.role_id', 'roles.id')
    .leftJoin('permissions', 'permissions.id', 'role_permissions.permission_id')
    .where('memberships.organization_id', '=', organizationId)
    .where('memberships.user_id', '=', userId)
    .select(['organizations.slug', 'roles.key as role', 'permissions.key as permission'])
    .execute()

export function membershipStore(database: Database): MembershipStore {
  return {
    async find(organizationId, userId) {
      if (!isStorable(organizationId) || !isStorable(userId)) return undefined
      const row = await database.read((db) =>
        db
          .selectFrom('memberships')
          .select(membershipColumns)
          .where('organization_id', '=', organizationId)
          .where('user_id', '=', userId)
          .executeTakeFirst(),
      )
      return row && toMembership(row)
    },

    async standing(organizationId, userId) {
      if (!isStorable(organizationId) || !isStorable(userId)) return undefined
      const rows = await database.read((db) => standingRows(db, organizationId, userId))
      const [first] = rows
      if (!first) return undefined
      // Sorted here: databases disagree about the order of texts.
      const permissions = rows.flatMap(({ permission }) => permission ?? []).sort()
      return { organizationId, slug: first.slug, role: first.role, permissions }
    },

    async list(filters, page) {
      if (asksNothing(filters)) return []
      const direction = page.descending ? sql`desc` : sql`asc`
      const isOfUser = page.order !== 'created_at'
      const value = sql`${sql.ref(columnOf[page.order])} ${direction}${isOfUser ? sql` nulls last` : sql``}`
      const rows = await database.read((db) => {
        const query = matching(database, db, filters).select(qualified)
        return query
          .$if(isOfUser, (joined) => joined.innerJoin('users', 'users.id', 'memberships.user_id'))
          .orderBy(value)
          .orderBy(sql`memberships.id ${direction}`)
          .limit(page.limit)
          .offset(page.offset)
          .execute()
      })
      return rows.map((row) => toMembership(row))
    },

    async count(filters) {
      if (asksNothing(filters)) return 0
      const { total } = await database.read((db) =>
        matching(database, db, filters)
          .select((row) => row.fn.countAll<number>().as('total'))
          .executeTakeFirstOrThrow(),
      )
      return total
    },

    async ofUsers(userIds) {
      if (userIds.length === 0) return []
      const rows = await database.read((db) =>
        db
          .selectFrom('memberships')
          .select(membershipColumns)
          .where('user_id', 'in', userIds)
          .orderBy('created_at', 'desc')
          .orderBy('id', 'desc')
          .execute(),
      )
      return rows.map(toMembership)
    },
  }
}
