import { type CompiledQuery, type Kysely, sql } from 'kysely'
import type { IdentificationKind } from '#server/users/user.ts'
import type { UserFilters, UserPage } from '#server/users/user-store.ts'
import type { Dialect } from './dialects/dialect.ts'
import type { Tables } from './tables.ts'
import { conditionsOf } from './user-filters.ts'
import { behind, orderOf } from './user-order.ts'
import { identificationColumns, type UserRead, userColumns } from './user-rows.ts'

const qualified = userColumns.map((column) => `users.${column}` as const)

export interface UserReads {
  byId(id: string): CompiledQuery<UserRead>
  find(db: Kysely<Tables>, id: string): Promise<UserRead | undefined>
  findAll(db: Kysely<Tables>, ids: readonly string[]): Promise<UserRead[]>
  ownerOf(db: Kysely<Tables>, identificationId: string): Promise<string | undefined>
  claimantOf(db: Kysely<Tables>, kind: IdentificationKind, normalized: string): Promise<string | undefined>
  anyoneHas(db: Kysely<Tables>, imageId: string): Promise<boolean>
  list(db: Kysely<Tables>, filters: UserFilters, page: UserPage): Promise<UserRead[]>
  count(db: Kysely<Tables>, filters: UserFilters): Promise<number>
}

/** What is asked of one column or two. */
const lookups: Pick<UserReads, 'ownerOf' | 'claimantOf' | 'anyoneHas'> = {
  async ownerOf(db, id) {
    const row = await db
      .selectFrom('identifications')
      .select('user_id')
      .where('id', '=', id)
      .executeTakeFirst()
    return row?.user_id
  },

  async claimantOf(db, kind, normalized) {
    const row = await db
      .selectFrom('identifications')
      .select('user_id')
      .where('kind', '=', kind)
      .where('normalized', '=', normalized)
      .where('status', '!=', 'unverified')
      .executeTakeFirst()
    return row?.user_id
  },

  async anyoneHas(db, imageId) {
    const row = await db
      .selectFrom('users')
      .select('id')
      .where('image_id', '=', imageId)
      .limit(1)
      .executeTakeFirst()
    return row !== undefined
  },
}

/** Every read is one statement: users and their identifications are of one moment. */
export function userReads(dialect: Dialect): UserReads {
  const identifications = (db: Kysely<Tables>) =>
    dialect
      .jsonArray(
        db
          .selectFrom('identifications')
          .select(identificationColumns)
          .where('identifications.user_id', '=', sql.ref<string>('users.id')),
      )
      .as('identifications')

  const matching = (db: Kysely<Tables>, filters: UserFilters) =>
    db.selectFrom('users').where((users) => users.and(conditionsOf(dialect, filters, users)))

  // Compiled once: building the statement takes longer than SQLite takes to answer it.
  const byId = dialect.kysely
    .selectFrom('users')
    .select(qualified)
    .select(identifications(dialect.kysely))
    .where('users.id', '=', '')
    .compile()

  return {
    byId: (id) => ({ ...byId, parameters: [id] }),

    async find(db, id) {
      const { rows } = await db.executeQuery<UserRead>({ ...byId, parameters: [id] })
      return rows[0]
    },

    findAll: (db, ids) =>
      db
        .selectFrom('users')
        .select(qualified)
        .select(identifications(db))
        .where('users.id', 'in', ids)
        .execute(),

    ...lookups,

    // The page is cut before metadata and identifications are read: both would be read for every user that sorts.
    list(db, filters, page) {
      const [first, second] = orderOf(page)
      let ids = matching(db, filters).select('users.id')
      if (page.after) ids = ids.where(behind(page.after, page.descending))
      return db
        .with('page', () => ids.orderBy(first).orderBy(second).limit(page.limit).offset(page.offset))
        .selectFrom('page')
        .crossJoin('users')
        .whereRef('users.id', '=', 'page.id')
        .select(qualified)
        .select(identifications(db))
        .orderBy(first)
        .orderBy(second)
        .execute()
    },

    async count(db, filters) {
      const row = await matching(db, filters)
        .select((users) => users.fn.countAll<number>().as('total'))
        .executeTakeFirstOrThrow()
      return row.total
    },
  }
}
