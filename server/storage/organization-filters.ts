import type { Expression, ExpressionBuilder, SqlBool } from 'kysely'
import { sql } from 'kysely'
import type { OrganizationFilters } from '#server/organizations/organization-store.ts'
import type { Dialect } from './dialects/dialect.ts'
import { isStorable } from './storable.ts'
import type { Tables } from './tables.ts'

type Condition = Expression<SqlBool>
type Organizations = ExpressionBuilder<Tables, 'organizations'>

const nothing: Condition = sql<SqlBool>`1 = 0`
/** All of these must hold. List and count share them. */
export function organizationConditions(
  dialect: Dialect,
  filters: OrganizationFilters,
  rows: Organizations,
): Condition[] {
  const conditions: Condition[] = []
  const withMembers = (userIds: readonly string[]) =>
    rows
      .selectFrom('memberships')
      .select('memberships.organization_id')
      .where('memberships.user_id', 'in', userIds)
  const either = (
    signed: NonNullable<OrganizationFilters['ids']>,
    includes: (values: string[]) => Condition,
    excludes: (values: string[]) => Condition,
  ) => {
    const included = signed.include.filter(isStorable)
    const excluded = signed.exclude.filter(isStorable)
    if (signed.include.length > 0) conditions.push(included.length > 0 ? includes(included) : nothing)
    if (excluded.length > 0) conditions.push(excludes(excluded))
  }
  if (filters.ids)
    either(
      filters.ids,
      (ids) => rows('organizations.id', 'in', ids),
      (ids) => rows('organizations.id', 'not in', ids),
    )
  if (filters.members)
    either(
      filters.members,
      (ids) => rows('organizations.id', 'in', withMembers(ids)),
      (ids) => rows('organizations.id', 'not in', withMembers(ids)),
    )
  if (filters.text !== undefined) {
    const { part, id } = filters.text
    const isPossible = isStorable(part) && isStorable(id) && !part.includes('\n')
    const found = dialect.contains(rows.ref('organizations.search_text'), part)
    conditions.push(isPossible ? rows.or([found, rows('organizations.id', '=', id)]) : nothing)
  }
  return conditions
}
