import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { UserOrder, UserPage } from '#server/users/user-store.ts'
import type { UserRow } from './tables.ts'

const columnOf: Record<UserOrder, keyof UserRow> = {
  created_at: 'created_at',
  updated_at: 'updated_at',
  email_address: 'primary_email_address',
  web3wallet: 'primary_web3_wallet',
  first_name: 'first_name_folded',
  last_name: 'last_name_folded',
  phone_number: 'primary_phone_number',
  username: 'username',
  last_active_at: 'last_active_at',
  last_sign_in_at: 'last_sign_in_at',
}

/** `nulls last` keeps engines from walking an index, so only columns that know nulls say it. */
const neverNull = new Set<UserOrder>(['created_at', 'updated_at'])

/** The two expressions of `order by`: the value, then the id in the same direction. */
export function orderOf({ order, descending }: UserPage): [RawBuilder<unknown>, RawBuilder<unknown>] {
  const direction = descending ? sql`desc` : sql`asc`
  const nulls = neverNull.has(order) ? sql`` : sql` nulls last`
  return [sql`${sql.ref(`users.${columnOf[order]}`)} ${direction}${nulls}`, sql`users.id ${direction}`]
}

/** Strictly behind the cursor in the direction of the page. */
export const behind = (after: NonNullable<UserPage['after']>, descending: boolean) =>
  sql<SqlBool>`(users.created_at, users.id) ${descending ? sql`<` : sql`>`} (${after.created_at}, ${after.id})`
