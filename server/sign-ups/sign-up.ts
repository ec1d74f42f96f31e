import type { JsonText } from '#contract/shapes.ts'
import type { StoredPassword } from '#server/credentials/password-store.ts'

/** What comes next. `abandoned` is never stored: it follows from the time. */
export type SignUpStatus = 'missing_requirements' | 'complete'

/** What the person has told so far. */
export interface SignUpGiven {
  readonly username: string | null
  readonly first_name: string | null
  readonly last_name: string | null
  readonly unsafe_metadata: JsonText
  readonly legal_accepted_at: number | null
  /** Outlives the digest, which goes to the user. */
  readonly has_password: boolean
}

/** One attempt of an invited person to get an account. Its spelling is that of the column names. */
export interface SignUp {
  readonly id: string
  readonly client_id: string
  /** The id that the user will have. */
  readonly user_id: string
  readonly status: SignUpStatus
  /** As it was invited: whoever has the ticket has proved to read its mail. */
  readonly email_address: string
  readonly invitation_kind: 'organization' | 'application'
  readonly invitation_id: string
  readonly given: SignUpGiven
  /** Sealed for the user to be; null once that user is there. */
  readonly password: StoredPassword | null
  readonly created_user_id: string | null
  readonly created_session_id: string | null
  readonly abandon_at: number
  readonly created_at: number
  readonly updated_at: number
}

export const signUpLifetimeMs = 24 * 60 * 60_000

export const signUpStatusOf = (
  { status, abandon_at }: Pick<SignUp, 'status' | 'abandon_at'>,
  now: number,
): SignUpStatus | 'abandoned' => (status !== 'complete' && abandon_at <= now ? 'abandoned' : status)
