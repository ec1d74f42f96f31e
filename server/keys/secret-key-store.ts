/** A secret key of the Backend API, without the key: only its SHA-256 is stored. Times are Unix milliseconds. */
export interface StoredSecretKey {
  /** `key_…` */
  readonly id: string
  /** SHA-256 of the whole key, hex. */
  readonly hash: string
  /** The last four characters, to tell keys apart. */
  readonly hint: string
  readonly created_at: number
  readonly revoked_at: number | null
}

/** `last`: the only valid key, which is kept. */
export type Revocation = 'revoked' | 'unknown' | 'revoked before' | 'last'

export interface SecretKeyStore {
  /** Does nothing when the hash is there already, revoked or not. */
  add(key: StoredSecretKey): Promise<void>
  /** The key with that hash, unless it is revoked. */
  findValid(hash: string): Promise<StoredSecretKey | undefined>
  /** All keys, oldest first. */
  list(): Promise<StoredSecretKey[]>
  /** One valid key always stays, whoever revokes at the same time. */
  revoke(id: string, at: number): Promise<Revocation>
}
