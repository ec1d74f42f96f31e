import type { StoredPassword } from '#server/credentials/password-store.ts'
import type { StoredBackupCode, StoredTotp } from '#server/credentials/second-factors.ts'
import type { NewEvent } from '#server/events/event.ts'
import type { Message } from '#server/mail/message-store.ts'
import type { Session } from '#server/sessions/session.ts'
import type { SignInCompletion } from '#server/sessions/sign-in-store.ts'
import type { Identification, IdentificationKind, User, UserAttributes } from './user.ts'

/** A value that another user has claimed. Thrown by the write that met the unique index, which leaves nothing. */
export class ValueTaken extends Error {
  readonly kind: IdentificationKind | 'external_id'
  constructor(kind: IdentificationKind | 'external_id') {
    super(`${kind} is taken`)
    this.kind = kind
  }
}

/** What one write does to a user. Absent keys stay. */
export interface UserChange {
  readonly attributes?: Partial<UserAttributes>
  readonly add?: readonly Identification[]
  /** Ids of identifications to remove. */
  readonly remove?: readonly string[]
  /** Null removes it. */
  readonly password?: StoredPassword | null | undefined
  /** Null removes it. */
  readonly totp?: StoredTotp | null
  /** In the place of all that are left; empty removes them. */
  readonly backupCodes?: readonly StoredBackupCode[]
  /** Ends every active session of the user but one. */
  readonly endSessions?: { readonly status: 'revoked' | 'removed'; readonly except?: string }
  /** Begun after those that end have ended; becomes its client's last active one. */
  readonly newSession?: Session
  /** The other live sessions of its client are replaced. */
  readonly replacesOthers?: boolean
  /** Throws `SignInPassed` when the attempt is not where it was, and then nothing is written. */
  readonly completesSignIn?: SignInCompletion | undefined
  /** Mail that tells of the change: stored with it, or not at all. */
  readonly messages?: readonly Message[]
}

/** Include and exclude lists of one signed filter. */
export interface Signed {
  readonly include: readonly string[]
  readonly exclude: readonly string[]
}

/** Filters as the store reads them: values in their compared form. Absent: no restriction; all combine with AND. */
export interface UserFilters {
  readonly ids?: Signed
  readonly external_ids?: Signed
  readonly organization_ids?: Signed
  /** One of the normalized values of a kind. */
  readonly identifiers?: readonly { readonly kind: IdentificationKind; readonly values: readonly string[] }[]
  /** A part of any identifier, of the id or of the names; folded (see `fold`). */
  readonly text?: string
  /** A part of an identifier of that kind, folded. */
  readonly identifier_text?: readonly { readonly kind: IdentificationKind; readonly text: string }[]
  /** A part of the names, folded. */
  readonly name_text?: string
  readonly banned?: boolean
  /** Strict bounds in Unix milliseconds; a user whose value is null matches none. */
  readonly times?: readonly {
    readonly field: 'created_at' | 'last_active_at' | 'last_sign_in_at'
    readonly before?: number
    readonly after?: number
  }[]
  /** A connected account of that provider with one of the provider's user ids. */
  readonly external_account?: { readonly provider: string; readonly provider_user_ids: readonly string[] }
}

export type UserOrder =
  | 'created_at'
  | 'updated_at'
  | 'email_address'
  | 'web3wallet'
  | 'first_name'
  | 'last_name'
  | 'phone_number'
  | 'username'
  | 'last_active_at'
  | 'last_sign_in_at'

/** One page. Nulls come last in both directions; equal values are ordered by id in the same direction. */
export interface UserPage {
  readonly order: UserOrder
  readonly descending: boolean
  readonly limit: number
  readonly offset: number
  /** Continue after this user; only with order `created_at`. */
  readonly after?: { readonly id: string; readonly created_at: number }
}

/** What a new user brings along. */
export type NewSecrets = Pick<UserChange, 'password' | 'totp' | 'backupCodes'>

/** Users at rest. A write adds its event in its own transaction. */
export interface UserStore {
  find(id: string): Promise<User | undefined>
  /** In no order; ids of nobody are left out. */
  findAll(ids: readonly string[]): Promise<User[]>
  /** The id of the user who has the identification. */
  ownerOf(identificationId: string): Promise<string | undefined>
  /** The id of the user who has claimed the normalized value. */
  claimantOf(kind: IdentificationKind, normalized: string): Promise<string | undefined>
  /** Whether any user has this picture. */
  anyoneHas(imageId: string): Promise<boolean>
  list(filters: UserFilters, page: UserPage): Promise<User[]>
  count(filters: UserFilters): Promise<number>
  /** Throws `ValueTaken`, and then nothing was written. */
  insert(user: User, event: NewEvent, secrets?: NewSecrets): Promise<void>
  /**
   * Holds the user's row, calls `decide` once or more with what is stored, and writes what it returns; undefined
   * writes nothing. `decide` must be pure: a conflict between transactions repeats it. Answers the user as it
   * is afterwards, or undefined when there is none. Throws what `decide` throws, and `ValueTaken`.
   */
  change(id: string, decide: (user: User) => Decision | undefined): Promise<User | undefined>
  /**
   * The same for several users in one transaction: all or, when one is missing or refused, none. Answers them
   * in the order of the ids, or the ids that are of nobody.
   */
  changeAll(
    ids: readonly string[],
    decide: (user: User) => Decision | undefined,
  ): Promise<{ readonly users: User[] } | { readonly unknown: string[] }>
  /** Removes the user and all that is attached to it; undefined when there is none. */
  remove(id: string, eventFor: (user: User) => NewEvent): Promise<User | undefined>
}

export interface Decision {
  readonly change: UserChange
  /** Becomes `updated_at`. */
  readonly at: number
  /** Absent for what is no change that anybody should hear of, such as the count of attempts. */
  readonly event?: NewEvent
}
