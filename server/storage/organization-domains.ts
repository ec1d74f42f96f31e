import { type Kysely, sql } from 'kysely'
import type { OrganizationDomain } from '#server/organizations/domain.ts'
import type { DomainFilters, OrganizationDomainStore } from '#server/organizations/domain-store.ts'
import type { Database } from './database.ts'
import { isStorable } from './storable.ts'
import type { Tables } from './tables.ts'

export const domainColumns = [
  'id',
  'organization_id',
  'name',
  'enrollment_mode',
  'verified_at',
  'ownership_verified_at',
  'created_at',
  'updated_at',
] as const satisfies readonly (keyof OrganizationDomain)[]

export const toDomain = (row: Tables['organization_domains']): OrganizationDomain => ({ ...row })

function matching(database: Database, db: Kysely<Tables>, filters: DomainFilters) {
  const { organization_id, verified, enrollment_modes: modes, text, names } = filters
  let query = db.selectFrom('organization_domains')
  if (organization_id !== undefined) query = query.where('organization_id', '=', organization_id)
  if (verified !== undefined) query = query.where('verified_at', verified ? 'is not' : 'is', null)
  if (modes && modes.include.length > 0) query = query.where(sql`enrollment_mode`, 'in', modes.include)
  if (modes && modes.exclude.length > 0) query = query.where(sql`enrollment_mode`, 'not in', modes.exclude)
  if (text !== undefined) query = query.where(database.dialect.contains(sql<string>`name`, text))
  if (names) query = query.where('name', 'in', names)
  return query
}

export function organizationDomainStore(database: Database): OrganizationDomainStore {
  const asksNothing = ({ organization_id = '', text = '', names, enrollment_modes: modes }: DomainFilters) =>
    names?.length === 0 ||
    [organization_id, text, ...(names ?? []), ...(modes?.include ?? [])].some((value) => !isStorable(value))

  return {
    async find(organizationId, id) {
      if (!isStorable(organizationId + id)) return undefined
      const row = await database.read((db) =>
        db
          .selectFrom('organization_domains')
          .select(domainColumns)
          .where('id', '=', id)
          .where('organization_id', '=', organizationId)
          .executeTakeFirst(),
      )
      return row && toDomain(row)
    },

    async list(filters, page) {
      if (asksNothing(filters)) return []
      const direction = page.descending ? 'desc' : 'asc'
      const rows = await database.read((db) =>
        matching(database, db, filters)
          .select(domainColumns)
          .orderBy(page.order, direction)
          .orderBy('id', direction)
          .limit(page.limit)
          .offset(page.offset)
          .execute(),
      )
      return rows.map(toDomain)
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
  }
}
