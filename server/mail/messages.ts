/** The mails that there are, each with what its template is filled with. */
export interface MailValues {
  sign_in_code: { readonly code: string; readonly minutes: number }
  verification_code: { readonly code: string; readonly minutes: number }
  password_changed: Readonly<Record<never, never>>
  /** Such as `an authenticator app`. */
  second_factor_added: { readonly factor: string }
  second_factor_removed: { readonly factor: string }
  primary_email_address_changed: Readonly<Record<never, never>>
  account_locked: Readonly<Record<never, never>>
  /** `inviter` is null where nobody is named. The link holds the secret of the invitation. */
  organization_invitation: {
    readonly organization: string
    readonly inviter: string | null
    readonly link: string
    readonly days: number
  }
  invitation: { readonly link: string; readonly days: number }
}
export type MailKind = keyof MailValues

/** A mail to be sent. */
export type MailOrder = {
  [Kind in MailKind]: {
    readonly kind: Kind
    readonly user_id: string | null
    /** The stored address, never one that a request brought along. */
    readonly recipient: string
    readonly values: MailValues[Kind]
  }
}[MailKind]

/** What a message consists of, beside its subject. */
export interface MessageBody {
  readonly text: string
  readonly html: string
  /** What a test would otherwise have to look for in the text. */
  readonly code: string | null
  readonly link: string | null
}

/** A mail that nobody may read late: after this long it is worth nothing. */
export const lifetimeMsOf = (kind: string): number => (kind.endsWith('_code') ? 10 * 60_000 : 24 * 3_600_000)
