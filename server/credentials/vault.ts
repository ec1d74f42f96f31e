import { openSealed, seal } from '#server/keys/encryption.ts'

/** Seals what is stored and must be readable again, under the encryption key of the instance. */
export interface Vault {
  /** The context, such as `password:user_…`, must be given again to open it. */
  seal(plaintext: string, context: string): string
  /** Throws `CannotUnseal` for what was sealed in another context or altered. */
  open(sealed: string, context: string): string
}

export const createVault = (encryptionKey: string): Vault => ({
  seal: (plaintext, context) => seal(encryptionKey, plaintext, context),
  open: (sealed, context) => openSealed(encryptionKey, sealed, context),
})
