import type { JsonText } from '#contract/shapes.ts'
import type { InvitationStatus } from '#server/organizations/organization.ts'

/** Somebody may sign up, by the token that was mailed. Its spelling is that of the column names. */
export interface Invitation {
  readonly id: string
  /** As it was given. */
  readonly email_address: string
  /** As compared. */
  readonly normalized: string
  /** SHA-256 of the token that was mailed. */
  readonly token_hash: string
  /** See `invitationStatusOf`: `expired` is told at the read. */
  readonly status: InvitationStatus
  /** Where the link of the mail leads in the end. */
  readonly redirect_url: string | null
  readonly expire_at: number
  /** Become those of the user who accepts. */
  readonly public_metadata: JsonText
  readonly created_at: number
  readonly updated_at: number
}
