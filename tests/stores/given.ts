import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { test } from 'node:test'
import pg from 'pg'
import { jsonText } from '#contract/shapes.ts'
import type { NewEvent } from '#server/events/event.ts'
import type { Client, Session } from '#server/sessions/session.ts'
import { openStorage } from '#server/storage/open.ts'
import type { Storage } from '#server/storage/storage.ts'
import type { Identification, IdentificationKind, User } from '#server/users/user.ts'
import type { UserChange, UserFilters, UserPage } from '#server/users/user-store.ts'
import { engines, freshDatabase, type TestDatabase } from '#tests/engines.ts'

/** A test on every engine, with an empty migrated database of its own. */
export function onEngines(
  name: string,
  run: (storage: Storage, database: TestDatabase) => Promise<void>,
): void {
  onDatabases(name, async (database) => {
    const storage = await openStorage({ databaseUrl: database.databaseUrl, dataFolder: database.data })
    try {
      await run(storage, database)
    } finally {
      await storage.close()
    }
  })
}

/** A test on every engine, with an empty database that nobody has opened. */
export function onDatabases(name: string, run: (database: TestDatabase) => Promise<void>): void {
  for (const engine of engines)
    test(`${name} (${engine})`, async () => {
      const database = await freshDatabase(engine)
      try {
        await run(database)
      } finally {
        await database.remove()
      }
    })
}

/** Speaks SQL to the database past the storage. */
export async function rawly(database: TestDatabase, statement: string): Promise<Record<string, unknown>[]> {
  if (database.engine === 'sqlite') {
    const file = new DatabaseSync(join(database.data, 'bartleby.sqlite'), { timeout: 5000 })
    try {
      return file.prepare(statement).all()
    } finally {
      file.close()
    }
  }
  const client = new pg.Client({ connectionString: database.databaseUrl })
  await client.connect()
  try {
    return (await client.query(statement)).rows
  } finally {
    await client.end()
  }
}

let made = 0

export function identification(
  kind: IdentificationKind,
  value: string,
  more: Partial<Identification> = {},
): Identification {
  return {
    id: `idn_${++made}`,
    kind,
    value,
    normalized: value,
    status: 'verified',
    strategy: 'admin',
    reserved_for_second_factor: false,
    default_second_factor: false,
    created_at: 1_700_000_000_000,
    updated_at: 1_700_000_000_000,
    ...more,
  }
}

export const email = (value: string, more?: Partial<Identification>) =>
  identification('email_address', value, more)

/** A user whose first identification of each kind is primary. */
export function user(id: string, more: Partial<User> = {}): User {
  const first = (kind: IdentificationKind) =>
    more.identifications?.find((each) => each.kind === kind)?.id ?? null
  return {
    id,
    external_id: null,
    first_name: null,
    last_name: null,
    locale: null,
    timezone: null,
    primary_email_address_id: first('email_address'),
    primary_phone_number_id: first('phone_number'),
    primary_web3_wallet_id: first('web3_wallet'),
    public_metadata: jsonText('{}'),
    private_metadata: jsonText('{}'),
    unsafe_metadata: jsonText('{}'),
    banned: false,
    locked_until: null,
    failed_attempts: 0,
    attempted_at: null,
    factor_failed_attempts: 0,
    factor_attempted_at: null,
    totp_enabled: false,
    backup_code_enabled: false,
    image_id: null,
    delete_self_enabled: true,
    create_organization_enabled: true,
    create_organizations_limit: null,
    bypass_client_trust: false,
    password_last_updated_at: null,
    password_compromised_at: null,
    mfa_enabled_at: null,
    mfa_disabled_at: null,
    legal_accepted_at: null,
    last_sign_in_at: null,
    last_active_at: null,
    created_at: 1_700_000_000_000,
    updated_at: 1_700_000_000_000,
    identifications: [],
    ...more,
  }
}

export const hash = (text: string) => createHash('sha256').update(text).digest('hex')

export const client = (id: string): Client => ({
  id,
  token_hash: hash(id),
  last_active_session_id: null,
  sign_in_id: null,
  sign_up_id: null,
  last_authentication_strategy: null,
  created_at: 1_700_000_000_000,
  updated_at: 1_700_000_000_000,
})

export const session = (id: string, user_id: string, client_id: string): Session => ({
  id,
  client_id,
  user_id,
  status: 'active',
  actor: null,
  last_active_organization_id: null,
  latest_activity: null,
  first_factor_at: 1_700_000_000_000,
  second_factor_at: null,
  last_active_at: 1_700_000_000_000,
  expire_at: 1_700_000_001_000,
  abandon_at: 1_700_000_002_000,
  created_at: 1_700_000_000_000,
  updated_at: 1_700_000_000_000,
})

export const event = (type: string, subject: string): NewEvent => ({
  type,
  actor: 'key:key_test',
  subject,
  at: 1_700_000_000_000,
  trace_id: 'trace_1',
  details: { changed: ['first_name'] },
})

export async function given(storage: Storage, ...users: User[]): Promise<void> {
  for (const each of users) await storage.users.insert(each, event('user.created', each.id))
}

export const change = (storage: Storage, id: string, what: UserChange, at = 1_700_000_000_001) =>
  storage.users.change(id, () => ({ change: what, at, event: event('user.updated', id) }))

export const page = (more: Partial<UserPage> = {}): UserPage => ({
  order: 'created_at',
  descending: false,
  limit: 500,
  offset: 0,
  ...more,
})

/** Ids of the users that match, which must be as many as the count says. */
export async function found(storage: Storage, filters: UserFilters, more: Partial<UserPage> = {}) {
  const users = await storage.users.list(filters, page(more))
  const total = await storage.users.count(filters)
  if (Object.keys(more).length === 0 && total !== users.length)
    throw new Error(`count says ${total}, list has ${users.length}`)
  return users.map(({ id }) => id)
}
