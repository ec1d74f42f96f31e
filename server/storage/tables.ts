import type { Generated } from 'kysely'
import type { StoredPassword } from '#server/credentials/password-store.ts'
import type { Instance } from '#server/keys/instance-store.ts'
import type { StoredSecretKey } from '#server/keys/secret-key-store.ts'
import type { Identification, UserAttributes } from '#server/users/user.ts'

/** As a row holds it: 0 or 1 for a boolean, on both engines. */
export type Stored<T> = { -readonly [K in keyof T]: T[K] extends boolean | undefined ? number : T[K] }

/** Computed from the user at every write, so that filters and orders read one row and no JSON. */
export interface DerivedColumns {
  first_name_folded: string | null
  last_name_folded: string | null
  /** The normalized primary values that lists are ordered by. */
  primary_email_address: string | null
  primary_phone_number: string | null
  primary_web3_wallet: string | null
  username: string | null
  /** A line break, then the folded names. */
  name_text: string
  /** A line break before each of: the id, the names, every identifier; all folded. */
  search_text: string
}

export interface UserRow extends Stored<UserAttributes>, DerivedColumns {
  id: string
  updated_at: number
}

export interface IdentificationRow extends Stored<Identification> {
  user_id: string
  /** The order of creation within the user. */
  position: number
}

export interface EventRow {
  id: Generated<number>
  type: string
  actor: string
  subject: string
  at: number
  trace_id: string
  /** JSON. */
  details: string
}

export interface Tables {
  users: UserRow
  identifications: IdentificationRow
  passwords: Stored<StoredPassword> & { user_id: string }
  events: EventRow
  secret_keys: Stored<StoredSecretKey>
  instance: Stored<Instance> & { singleton: number }
  migrations: { name: string; applied_at: number }
}

export const tableNames: readonly (keyof Tables)[] = [
  'users',
  'identifications',
  'passwords',
  'events',
  'secret_keys',
  'instance',
  'migrations',
]
