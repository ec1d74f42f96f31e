import type { JsonText } from '#contract/shapes.ts'

/** A kind of token that an app has made up. Its spelling is that of the column names; times are Unix milliseconds. */
export interface JwtTemplate {
  readonly id: string
  readonly name: string
  /** A JSON object; its strings may hold shortcodes. */
  readonly claims: JsonText
  /** Seconds. */
  readonly lifetime: number
  /** Seconds. */
  readonly allowed_clock_skew: number
  readonly signing_algorithm: string
  /** Sealed; null where the key of the instance signs. */
  readonly signing_key: string | null
  readonly created_at: number
  readonly updated_at: number
}

export const templateKeyContext = (id: string): string => `jwt_template:${id}`
