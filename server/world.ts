import type { ApiVersion } from '#contract/api-version.ts'
import type { PasswordHashing } from '#server/credentials/password-hashing.ts'
import type { PasswordStore } from '#server/credentials/password-store.ts'
import type { Vault } from '#server/credentials/vault.ts'
import type { NewEvent } from '#server/events/event.ts'
import type { Settings } from '#server/settings/settings.ts'
import type { UserStore } from '#server/users/user-store.ts'

/** All that the verbs of the domain can reach. One per process. */
export interface World {
  /** Unix milliseconds. */
  readonly now: () => number
  readonly settings: Settings
  readonly users: UserStore
  readonly passwords: PasswordStore
  readonly hashing: PasswordHashing
  readonly vault: Vault
  /** Of this installation: `ins_…`. */
  readonly instanceId: string
  /** Without a trailing slash; the only source of links and picture addresses. */
  readonly publicUrl: string
}

/** One request, as a verb sees it. */
export interface Call {
  /** `key:<id>` of the secret key that was presented. */
  readonly actor: string
  readonly traceId: string
  readonly apiVersion: ApiVersion
}

/** The record of a change that this call makes. */
export const eventOf = (
  call: Call,
  type: string,
  subject: string,
  at: number,
  details: NewEvent['details'],
): NewEvent => ({ type, actor: call.actor, subject, at, trace_id: call.traceId, details })
