import { deriveMacKey, macOf, openSealed, seal } from '#server/keys/encryption.ts'

/** What is stored and must be read or recognised again, under the encryption key of the instance. */
export interface Vault {
  /** The context, such as `password:user_…`, must be given again to open it. */
  seal(plaintext: string, context: string): string
  /** Throws `CannotUnseal` for what was sealed in another context or altered. */
  open(sealed: string, context: string): string
  /**
   * The same for the same text in the same context, and of no use to whoever has the database alone: for short
   * secrets that need not be read again, only found.
   */
  mac(text: string, context: string): string
}

export function createVault(encryptionKey: string): Vault {
  const macKey = deriveMacKey(encryptionKey)
  return {
    seal: (plaintext, context) => seal(encryptionKey, plaintext, context),
    open: (sealed, context) => openSealed(encryptionKey, sealed, context),
    mac: (text, context) => macOf(macKey, text, context),
  }
}
