/** A password at rest. Its spelling is that of the column names. */
export interface StoredPassword {
  /** What made the digest, such as `argon2id` or `bcrypt`. */
  readonly hasher: string
  /** Sealed under the encryption key, for this user alone. */
  readonly digest: string
}

export interface PasswordStore {
  find(userId: string): Promise<StoredPassword | undefined>
  /** Puts another digest of the same password in the place of `from`; false when that is no longer there. */
  exchange(userId: string, from: StoredPassword, to: StoredPassword): Promise<boolean>
}
