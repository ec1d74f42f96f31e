/** A key that tokens are signed with. Its spelling is that of the column names; times are Unix milliseconds. */
export interface StoredSigningKey {
  /** `ins_…`, the `kid` of its tokens. */
  readonly id: string
  /** 1 for the first key of an instance, then rising: of two that are made at once one finds its number taken. */
  readonly generation: number
  /** JSON. */
  readonly public_jwk: string
  /** PKCS #8, sealed. */
  readonly private_key: string
  readonly created_at: number
  /** From then on it signs in place of the generation before it. */
  readonly signs_from: number
  /** No token that was signed with it lives longer. */
  readonly tokens_until: number
  /** Since when its tokens are refused, whatever they say themselves. */
  readonly retired_at: number | null
}

export interface SigningKeyStore {
  /** Newest generation first. */
  list(): Promise<StoredSigningKey[]>
  /** False, and nothing is stored, when there is a key of that generation. */
  add(key: StoredSigningKey): Promise<boolean>
  /** Stored before the token is handed out. */
  expectTokensUntil(id: string, until: number): Promise<void>
  /** Takes out every key of an older generation. */
  retireBefore(generation: number, at: number): Promise<void>
  remove(ids: readonly string[]): Promise<void>
}
