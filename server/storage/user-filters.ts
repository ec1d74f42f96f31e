import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import type { Signed, UserFilters } from '#server/users/user-store.ts'
import type { Dialect } from './dialects/dialect.ts'
import { isStorable } from './storable.ts'
import type { Tables } from './tables.ts'

type Condition = Expression<SqlBool>
type Users = ExpressionBuilder<Tables, 'users'>

const nobody: Condition = sql<SqlBool>`1 = 0`

/** What may stand before a word or an identifier. */
const wordStarts = ['\n', ' ', '.', '@', '-', '_', '+']

/** `text` has a line break before each of its lines. Short parts match at word starts only: most texts contain most letters. */
function matches(dialect: Dialect, users: Users, text: Expression<string>, part: string): Condition {
  if (!isStorable(part) || part.includes('\n')) return nobody
  if ([...part].length >= 3) return dialect.contains(text, part)
  return users.or(wordStarts.map((start) => dialect.contains(text, start + part)))
}

function signed(users: Users, column: 'id' | 'external_id', { include, exclude }: Signed): Condition[] {
  const conditions: Condition[] = []
  const included = include.filter(isStorable)
  const excluded = exclude.filter(isStorable)
  if (include.length > 0) conditions.push(included.length > 0 ? users(column, 'in', included) : nobody)
  if (excluded.length > 0)
    conditions.push(users.or([users(column, 'is', null), users(column, 'not in', excluded)]))
  return conditions
}

function membership(users: Users, { include, exclude }: Signed): Condition[] {
  const conditions: Condition[] = []
  const membersOf = (ids: readonly string[]) =>
    users.selectFrom('memberships').select('memberships.user_id').where('organization_id', 'in', ids)
  const included = include.filter(isStorable)
  const excluded = exclude.filter(isStorable)
  if (include.length > 0)
    conditions.push(included.length > 0 ? users('users.id', 'in', membersOf(included)) : nobody)
  if (excluded.length > 0) conditions.push(users('users.id', 'not in', membersOf(excluded)))
  return conditions
}

type Identifiers = NonNullable<UserFilters['identifiers']>[number]

function identifier(users: Users, { kind, values }: Identifiers): Condition {
  const storable = values.filter(isStorable)
  if (storable.length === 0) return nobody
  return users(
    'id',
    'in',
    users
      .selectFrom('identifications')
      .select('user_id')
      .where('kind', '=', kind)
      .where('normalized', 'in', storable),
  )
}

type IdentifierText = NonNullable<UserFilters['identifier_text']>[number]

function identifierText(dialect: Dialect, users: Users, { kind, text }: IdentifierText): Condition {
  const line = sql<string>`(${sql.lit('\n')} || normalized)`
  return users.exists(
    users
      .selectFrom('identifications')
      .select('identifications.id')
      .whereRef('user_id', '=', 'users.id')
      .where('kind', '=', kind)
      .where(matches(dialect, users, line, text)),
  )
}

/** Strict bounds among integers, whatever number the caller sends. */
const bound = (time: number) => Math.max(Number.MIN_SAFE_INTEGER, Math.min(Number.MAX_SAFE_INTEGER, time))

function time(
  users: Users,
  { field, before, after }: NonNullable<UserFilters['times']>[number],
): Condition[] {
  const conditions: Condition[] = []
  if (before !== undefined) conditions.push(users(field, '<', bound(Math.ceil(before))))
  if (after !== undefined) conditions.push(users(field, '>', bound(Math.floor(after))))
  return conditions
}

/** All of these must hold. List and count share them. */
export function conditionsOf(dialect: Dialect, filters: UserFilters, users: Users): Condition[] {
  const conditions: Condition[] = []
  if (filters.ids) conditions.push(...signed(users, 'id', filters.ids))
  if (filters.external_ids) conditions.push(...signed(users, 'external_id', filters.external_ids))
  if (filters.organization_ids) conditions.push(...membership(users, filters.organization_ids))
  // Nobody has a connected account before those exist.
  if (filters.external_account) conditions.push(nobody)
  for (const values of filters.identifiers ?? []) conditions.push(identifier(users, values))
  if (filters.text !== undefined)
    conditions.push(matches(dialect, users, users.ref('search_text'), filters.text))
  if (filters.name_text !== undefined)
    conditions.push(matches(dialect, users, users.ref('name_text'), filters.name_text))
  for (const part of filters.identifier_text ?? []) conditions.push(identifierText(dialect, users, part))
  if (filters.banned !== undefined) conditions.push(users('banned', '=', Number(filters.banned)))
  for (const range of filters.times ?? []) conditions.push(...time(users, range))
  return conditions
}
