import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import { jsonText } from '#contract/shapes.ts'
import type { Session } from '#server/sessions/session.ts'
import type { SessionFilters, SessionStore } from '#server/sessions/session-store.ts'
import type { Database } from './database.ts'
import { recordEvent } from './events.ts'
import type { Stored, Tables } from './tables.ts'

type Sessions = ExpressionBuilder<Tables, 'sessions'>

const columns = [
  'id',
  'client_id',
  'user_id',
  'status',
  'actor',
  'last_active_organization_id',
  'latest_activity',
  'first_factor_at',
  'second_factor_at',
  'last_active_at',
  'expire_at',
  'abandon_at',
  'created_at',
  'updated_at',
] as const satisfies readonly (keyof Session)[]

const toSession = (row: Stored<Session>): Session => ({
  ...row,
  actor: row.actor === null ? null : jsonText(row.actor),
})

/** No stored text has a NUL, and PostgreSQL refuses even to compare with one. */
const isNoId = (id: string | undefined) => id?.includes('\0') ?? false

const live = (sessions: Sessions, now: number) =>
  sessions.and([
    sessions('status', '=', 'active'),
    sessions('expire_at', '>', now),
    sessions('abandon_at', '>', now),
  ])

/** `statusOf`, asked of the database. */
function hasStatus(sessions: Sessions, status: string, now: number): Expression<SqlBool> {
  if (status === 'active') return live(sessions, now)
  if (status === 'expired')
    return sessions.and([
      sessions('status', '=', 'active'),
      sessions('expire_at', '<=', now),
      sessions('expire_at', '<=', sessions.ref('abandon_at')),
    ])
  if (status === 'abandoned')
    return sessions.and([
      sessions('status', '=', 'active'),
      sessions('abandon_at', '<=', now),
      sessions('abandon_at', '<', sessions.ref('expire_at')),
    ])
  return sessions(sql<string>`status`, '=', status)
}

function matching(sessions: Sessions, filters: SessionFilters, now: number): Expression<SqlBool> {
  const conditions: Expression<SqlBool>[] = []
  if (filters.client_id !== undefined) conditions.push(sessions('client_id', '=', filters.client_id))
  if (filters.user_id !== undefined) conditions.push(sessions('user_id', '=', filters.user_id))
  if (filters.status !== undefined) conditions.push(hasStatus(sessions, filters.status, now))
  return sessions.and(conditions)
}

const matchesNothing = ({ client_id, user_id }: SessionFilters) => isNoId(client_id) || isNoId(user_id)

function sessionReads(
  database: Database,
): Pick<SessionStore, 'find' | 'list' | 'count' | 'ofClient' | 'ofClients'> {
  // Compiled once: every request of a browser asks it.
  const byId = database.dialect.kysely.selectFrom('sessions').select(columns).where('id', '=', '').compile()

  async function ofClients(clientIds: readonly string[]): Promise<Session[]> {
    const ids = clientIds.filter((id) => !isNoId(id))
    if (ids.length === 0) return []
    const rows = await database.read((db) =>
      db
        .selectFrom('sessions')
        .select(columns)
        .where('client_id', 'in', ids)
        .orderBy('created_at')
        .orderBy('id')
        .execute(),
    )
    return rows.map(toSession)
  }

  return {
    async find(id) {
      if (isNoId(id)) return undefined
      const [row] = await database.answer<Stored<Session>>({ ...byId, parameters: [id] })
      return row && toSession(row)
    },

    async list(filters, { limit, offset }, now) {
      if (matchesNothing(filters)) return []
      const rows = await database.read((db) =>
        db
          .selectFrom('sessions')
          .select(columns)
          .where((sessions) => matching(sessions, filters, now))
          .orderBy('created_at', 'desc')
          .orderBy('id', 'desc')
          .limit(limit)
          .offset(offset)
          .execute(),
      )
      return rows.map(toSession)
    },

    async count(filters, now) {
      if (matchesNothing(filters)) return 0
      const { total } = await database.read((db) =>
        db
          .selectFrom('sessions')
          .where((sessions) => matching(sessions, filters, now))
          .select((sessions) => sessions.fn.countAll<number>().as('total'))
          .executeTakeFirstOrThrow(),
      )
      return total
    },

    ofClient: (clientId) => ofClients([clientId]),

    ofClients,
  }
}

export function sessionStore(database: Database): SessionStore {
  return {
    ...sessionReads(database),

    async end(id, status, at, event) {
      if (isNoId(id)) return undefined
      return database.write(async (transaction) => {
        const row = await transaction
          .updateTable('sessions')
          .set({ status, updated_at: at })
          .where('id', '=', id)
          .where((sessions) => live(sessions, at))
          .returning(columns)
          .executeTakeFirst()
        if (!row) return undefined
        await recordEvent(transaction, event)
        return toSession(row)
      })
    },

    async touch(id, change, now) {
      if (isNoId(id)) return undefined
      return database.write(async (transaction) => {
        const row = await transaction
          .updateTable('sessions')
          .set(change)
          .where('id', '=', id)
          .where((sessions) => live(sessions, now))
          .returning(columns)
          .executeTakeFirst()
        return row && toSession(row)
      })
    },
  }
}
