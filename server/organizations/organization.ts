import type { JsonText } from '#contract/shapes.ts'

/** What the row of an organization holds. Its spelling is that of the column names; times are Unix milliseconds. */
export interface OrganizationAttributes {
  readonly name: string
  /** Unique in the instance, in lower case. */
  readonly slug: string
  /** `img_…` of the uploaded logo. */
  readonly image_id: string | null
  /** Members at most; 0 means any number. */
  readonly max_allowed_memberships: number
  /** Whether members with the permission may delete the organization. */
  readonly admin_delete_enabled: boolean
  readonly public_metadata: JsonText
  readonly private_metadata: JsonText
  readonly created_at: number
}

export interface Organization extends OrganizationAttributes {
  readonly id: string
  /** The user who made it; null when nobody is named, or when that user is gone. */
  readonly created_by: string | null
  readonly updated_at: number
}

/** One user in one organization, with one role. */
export interface Membership {
  readonly id: string
  readonly organization_id: string
  readonly user_id: string
  readonly role_id: string
  readonly public_metadata: JsonText
  readonly private_metadata: JsonText
  readonly created_at: number
  readonly updated_at: number
}

/** What is stored. `expired` is told from the time at every read. */
export type InvitationStatus = 'pending' | 'accepted' | 'revoked'

export interface OrganizationInvitation {
  readonly id: string
  readonly organization_id: string
  /** As it was given. */
  readonly email_address: string
  /** As compared: whoever has proved to own this address may accept. */
  readonly normalized: string
  readonly role_id: string
  readonly inviter_id: string | null
  /** SHA-256 of the token that was mailed. */
  readonly token_hash: string
  readonly status: InvitationStatus
  /** Where the link of the mail leads in the end. */
  readonly redirect_url: string | null
  readonly expire_at: number
  readonly public_metadata: JsonText
  readonly private_metadata: JsonText
  readonly created_at: number
  readonly updated_at: number
}

/** As a reader sees it: a pending one that has run out is expired, from the very moment on. */
export const invitationStatusOf = (
  { status, expire_at }: { readonly status: InvitationStatus; readonly expire_at: number },
  now: number,
): InvitationStatus | 'expired' => (status === 'pending' && expire_at <= now ? 'expired' : status)
