import type { JsonText } from '#contract/shapes.ts'

/** What is stored. `expired` and `abandoned` are told from the times at every read. */
export type SessionStatus = 'active' | 'ended' | 'removed' | 'replaced' | 'revoked'

/** What is known of the device and the address that last used a session. */
export interface SessionActivity {
  readonly id: string
  readonly device_type: string | null
  readonly is_mobile: boolean
  readonly browser_name: string | null
  readonly browser_version: string | null
  readonly ip_address: string | null
  readonly city: string | null
  readonly country: string | null
}

/** One user signed in on one client. Its spelling is that of the column names; times are Unix milliseconds. */
export interface Session {
  readonly id: string
  readonly client_id: string
  readonly user_id: string
  readonly status: SessionStatus
  /** Who acts in the user's place, as a JSON object with `sub`; null for the user themselves. */
  readonly actor: JsonText | null
  readonly last_active_organization_id: string | null
  /** JSON of a `SessionActivity`; null before the first request of a browser. */
  readonly latest_activity: string | null
  readonly first_factor_at: number
  /** Null when no second factor was asked for. */
  readonly second_factor_at: number | null
  readonly last_active_at: number
  readonly expire_at: number
  readonly abandon_at: number
  readonly created_at: number
  readonly updated_at: number
}

/** A browser or an app: it holds the sessions of those who are signed in there. */
export interface Client {
  readonly id: string
  /** SHA-256 of the token that the client proves itself with. */
  readonly token_hash: string
  readonly last_active_session_id: string | null
  /** The attempt to sign in that was begun last. */
  readonly sign_in_id: string | null
  /** The attempt to sign up that was begun last. */
  readonly sign_up_id: string | null
  readonly last_authentication_strategy: string | null
  readonly created_at: number
  readonly updated_at: number
}
