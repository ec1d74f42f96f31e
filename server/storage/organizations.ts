import { type Kysely, sql } from 'kysely'
import type { NewEvent } from '#server/events/event.ts'
import type { Membership, Organization } from '#server/organizations/organization.ts'
import type {
  OrganizationFacts,
  OrganizationFilters,
  OrganizationPage,
  OrganizationStore,
} from '#server/organizations/organization-store.ts'
import type { Database } from './database.ts'
import { recordEvent } from './events.ts'
import { elevatedRoles, insertMembership } from './held-members.ts'
import { claimingSlug, heldOrganizations } from './held-organizations.ts'
import { organizationConditions } from './organization-filters.ts'
import { organizationColumns, toOrganization, toOrganizationRow } from './organization-rows.ts'
import { isStorable } from './storable.ts'
import type { Tables } from './tables.ts'

const qualified = organizationColumns.map((column) => `organizations.${column}` as const)

const membersOf = (db: Kysely<Tables>) =>
  db
    .selectFrom('memberships')
    .where('memberships.organization_id', '=', sql.ref<string>('organizations.id'))
    .select((row) => row.fn.countAll<number>().as('members_count'))

async function factsOf(db: Kysely<Tables>, ids: readonly string[], now: number) {
  const pending = db
    .selectFrom('organization_invitations')
    .where('organization_invitations.organization_id', '=', sql.ref<string>('organizations.id'))
    .where('status', '=', 'pending')
    .where('expire_at', '>', now)
    .select((row) => row.fn.countAll<number>().as('pending_invitations_count'))
  const elevated = db
    .selectFrom('memberships')
    .where('memberships.organization_id', '=', sql.ref<string>('organizations.id'))
    .where('memberships.role_id', 'in', elevatedRoles(db))
    .select('memberships.id')
  const rows = await db
    .selectFrom('organizations')
    .where('organizations.id', 'in', ids)
    .select('organizations.id')
    .select(membersOf(db).as('members_count'))
    .select(pending.as('pending_invitations_count'))
    .select((row) => row.case().when(row.exists(elevated)).then(0).else(1).end().as('missing'))
    .execute()
  return new Map(
    rows.map(({ id, members_count, pending_invitations_count, missing }): [string, OrganizationFacts] => [
      id,
      {
        members_count: members_count ?? 0,
        pending_invitations_count: pending_invitations_count ?? 0,
        missing_member_with_elevated_permissions: missing === 1,
      },
    ]),
  )
}

function listReads(database: Database): Pick<OrganizationStore, 'list' | 'count'> {
  const { dialect } = database
  const matching = (db: Kysely<Tables>, filters: OrganizationFilters) =>
    db.selectFrom('organizations').where((row) => row.and(organizationConditions(dialect, filters, row)))

  const ordered = (db: Kysely<Tables>, filters: OrganizationFilters, page: OrganizationPage) => {
    const direction = page.descending ? sql`desc` : sql`asc`
    const values = {
      name: sql`organizations.name_folded`,
      created_at: sql`organizations.created_at`,
      members_count: sql`(${membersOf(db)})`,
    }
    return matching(db, filters)
      .select(qualified)
      .orderBy(sql`${values[page.order]} ${direction}`)
      .orderBy(sql`organizations.id ${direction}`)
      .limit(page.limit)
      .offset(page.offset)
  }

  return {
    async list(filters, page) {
      const rows = await database.read((db) => ordered(db, filters, page).execute())
      return rows.map(toOrganization)
    },

    async count(filters) {
      const { total } = await database.read((db) =>
        matching(db, filters)
          .select((row) => row.fn.countAll<number>().as('total'))
          .executeTakeFirstOrThrow(),
      )
      return total
    },
  }
}

/** The creator is held first, so that of two creations at once the second one counts the first. */
async function insertOrganization(
  database: Database,
  organization: Organization,
  events: readonly NewEvent[],
  first: { readonly membership: Membership; readonly creatorMax?: number | undefined } | undefined,
) {
  const creator = first?.membership.user_id ?? organization.created_by
  if (creator !== null && !isStorable(creator)) return 'no_user'
  return database.write(async (transaction) => {
    if (creator !== null) {
      await database.dialect.holdUser(transaction, creator)
      const query = transaction.selectFrom('users').select('id').where('id', '=', creator)
      if (!(await query.executeTakeFirst())) return 'no_user'
      const max = first?.creatorMax
      if (max !== undefined && (await countCreated(transaction, creator)) >= max) return 'limit'
    }
    const row = toOrganizationRow(organization)
    const insert = transaction.insertInto('organizations').values(row).execute()
    await claimingSlug(database.dialect, insert)
    if (first) await insertMembership(database.dialect, transaction, first.membership)
    for (const event of events) await recordEvent(transaction, event)
    return 'inserted'
  })
}

async function countCreated(db: Kysely<Tables>, userId: string): Promise<number> {
  const query = db.selectFrom('organizations').where('created_by', '=', userId)
  const { total } = await query
    .select((row) => row.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return total
}

export function organizationStore(database: Database): OrganizationStore {
  const findBy = async (column: 'id' | 'slug', value: string) => {
    if (!isStorable(value)) return undefined
    const row = await database.read((db) =>
      db.selectFrom('organizations').select(organizationColumns).where(column, '=', value).executeTakeFirst(),
    )
    return row && toOrganization(row)
  }

  return {
    find: (id) => findBy('id', id),
    findBySlug: (slug) => findBy('slug', slug),

    async findAll(ids) {
      if (ids.length === 0) return []
      const rows = await database.read((db) =>
        db.selectFrom('organizations').select(organizationColumns).where('id', 'in', ids).execute(),
      )
      return rows.map(toOrganization)
    },

    ...listReads(database),

    facts: async (ids, now) => (ids.length === 0 ? new Map() : database.read((db) => factsOf(db, ids, now))),

    countCreatedBy: (userId) => database.read((db) => countCreated(db, userId)),

    async anyoneHas(imageId) {
      if (!isStorable(imageId)) return false
      const row = await database.read((db) =>
        db
          .selectFrom('organizations')
          .select('id')
          .where('image_id', '=', imageId)
          .limit(1)
          .executeTakeFirst(),
      )
      return row !== undefined
    },

    insert: (organization, events, first) => insertOrganization(database, organization, events, first),
    hold: heldOrganizations(database),
  }
}
