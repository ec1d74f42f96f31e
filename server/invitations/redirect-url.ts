/** An address that people may be sent to. Its spelling is that of the column names. */
export interface RedirectUrl {
  readonly id: string
  /** As a parser for the web writes it: see `readRedirectUrl`. */
  readonly url: string
  readonly created_at: number
  readonly updated_at: number
}
