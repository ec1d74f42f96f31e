import type { JsonText } from '#contract/shapes.ts'

export type IdentificationKind = 'email_address' | 'phone_number' | 'web3_wallet' | 'username'

/**
 * `verified` and `reserved` claim the value for one user in the whole instance; `unverified` blocks
 * nobody. A reserved value is usable for sign-in although nobody has proved to own it.
 */
export type IdentificationStatus = 'verified' | 'reserved' | 'unverified'

/** A claim of one user on one value. Its spelling is that of the column names. */
export interface Identification {
  readonly id: string
  readonly kind: IdentificationKind
  /** As shown on the wire. */
  readonly value: string
  /** As compared: one claimed value for each kind and normalized form. */
  readonly normalized: string
  readonly status: IdentificationStatus
  /** How it was verified: by the backend's word, by a mailed code, by an invitation; null while it is not. */
  readonly strategy: 'admin' | 'email_code' | 'ticket' | null
  readonly reserved_for_second_factor: boolean
  readonly default_second_factor: boolean
  readonly created_at: number
  readonly updated_at: number
}

/** The attributes of a user that a row of its own holds. Times are Unix milliseconds. */
export interface UserAttributes {
  readonly external_id: string | null
  readonly first_name: string | null
  readonly last_name: string | null
  readonly locale: string | null
  readonly timezone: string | null
  readonly primary_email_address_id: string | null
  readonly primary_phone_number_id: string | null
  readonly primary_web3_wallet_id: string | null
  readonly public_metadata: JsonText
  readonly private_metadata: JsonText
  readonly unsafe_metadata: JsonText
  readonly banned: boolean
  /** When the lock ends: `forever` for an endless one, null for none. A time in the past is no lock. */
  readonly locked_until: number | null
  /** Wrong attempts since the last success, with those under way. */
  readonly failed_attempts: number
  /** When the last of them began. */
  readonly attempted_at: number | null
  /** The same for second factors, which are counted apart. */
  readonly factor_failed_attempts: number
  readonly factor_attempted_at: number | null
  /** Whether an authenticator app is confirmed. */
  readonly totp_enabled: boolean
  /** Whether a backup code is left. */
  readonly backup_code_enabled: boolean
  /** `img_…` of the uploaded picture. */
  readonly image_id: string | null
  readonly delete_self_enabled: boolean
  readonly create_organization_enabled: boolean
  readonly create_organizations_limit: number | null
  readonly bypass_client_trust: boolean
  /** Null exactly while there is no password. */
  readonly password_last_updated_at: number | null
  /** Since when the password must be replaced at the next sign-in. */
  readonly password_compromised_at: number | null
  readonly mfa_enabled_at: number | null
  readonly mfa_disabled_at: number | null
  readonly legal_accepted_at: number | null
  readonly last_sign_in_at: number | null
  readonly last_active_at: number | null
  readonly created_at: number
}

export interface User extends UserAttributes {
  readonly id: string
  readonly updated_at: number
  /** In the order of their creation. */
  readonly identifications: readonly Identification[]
}

/** `locked_until` of a lock that no time ends. */
export const forever = Number.MAX_SAFE_INTEGER

export const hasPassword = (user: Pick<UserAttributes, 'password_last_updated_at'>): boolean =>
  user.password_last_updated_at !== null

/** The user's identifications of one kind, in the order of their creation. */
export const identificationsOf = (user: User, kind: IdentificationKind): Identification[] =>
  user.identifications.filter((identification) => identification.kind === kind)

/** Whether the value is closed to everybody else. */
export const isClaimed = (identification: Identification): boolean => identification.status !== 'unverified'

/** Whether a sign-in can begin with it: a second factor is kept for the second step. */
export const canSignIn = (identification: Identification): boolean =>
  isClaimed(identification) && !identification.reserved_for_second_factor
