import type { PasswordStore } from '#server/credentials/password-store.ts'
import type { InstanceStore } from '#server/keys/instance-store.ts'
import type { SecretKeyStore } from '#server/keys/secret-key-store.ts'
import type { UserStore } from '#server/users/user-store.ts'

/** One open database, migrated, with a store for each port. */
export interface Storage {
  readonly engine: 'sqlite' | 'postgres'
  readonly users: UserStore
  readonly passwords: PasswordStore
  readonly secretKeys: SecretKeyStore
  readonly instance: InstanceStore
  /** Throws unless a query works. */
  ping(): Promise<void>
  /** Every row of a table as stored, for tests and for looking things over. */
  rows(table: string): Promise<Record<string, unknown>[]>
  close(): Promise<void>
}

/** The database cannot be opened as it is; the message is one clear line for the person who starts the server. */
export class CannotOpen extends Error {}

export { RowBusy, StorageUnavailable } from '#server/failures.ts'
