/** An authenticator app at rest: one for each user. */
export interface StoredTotp {
  /** `totp_…` */
  readonly id: string
  /** The base32 secret, sealed under the encryption key for this user alone. */
  readonly secret: string
  /** Null until a right code has confirmed it; an unconfirmed one is no second factor. */
  readonly verified_at: number | null
  /** The last time step whose code was accepted; only later ones are. */
  readonly last_step: number
  readonly created_at: number
  readonly updated_at: number
}

/** A backup code at rest. */
export interface StoredBackupCode {
  /** `keyed`: an HMAC under a key of the instance, for this user alone. `bcrypt`: imported. */
  readonly hasher: 'keyed' | 'bcrypt'
  readonly digest: string
}
