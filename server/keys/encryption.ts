import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

const version = 'v1'
const nonceBytes = 12
const tagBytes = 16

/** Sealed text that this key does not open in this context: another key, another row, or altered bytes. */
export class CannotUnseal extends Error {}

const keyBytes = (key: string) => Buffer.from(key, 'base64')

/**
 * Encrypts text for the database: `v1.<nonce>.<ciphertext and tag>`. The context, such as
 * `totp:user_…`, is not stored; sealed text that is copied into another row does not open there.
 */
export function seal(key: string, plaintext: string, context: string): string {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', keyBytes(key), nonce, { authTagLength: tagBytes })
  cipher.setAAD(Buffer.from(context))
  const sealed = Buffer.concat([cipher.update(plaintext, 'utf8'), cipher.final(), cipher.getAuthTag()])
  return `${version}.${nonce.toString('base64url')}.${sealed.toString('base64url')}`
}

/** Throws `CannotUnseal` unless the same key sealed it in the same context. */
export function openSealed(key: string, sealed: string, context: string): string {
  const [found, nonce, rest, ...more] = sealed.split('.')
  if (found !== version || !nonce || !rest || more.length > 0) throw new CannotUnseal('unknown format')
  const bytes = Buffer.from(rest, 'base64url')
  if (bytes.length < tagBytes) throw new CannotUnseal('cut short')
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyBytes(key), Buffer.from(nonce, 'base64url'), {
      authTagLength: tagBytes,
    })
    decipher.setAAD(Buffer.from(context))
    decipher.setAuthTag(bytes.subarray(-tagBytes))
    return decipher.update(bytes.subarray(0, -tagBytes), undefined, 'utf8') + decipher.final('utf8')
  } catch (cause) {
    throw new CannotUnseal('does not open', { cause })
  }
}

/** A key of its own: what authenticates never shares the one that encrypts. */
export const deriveMacKey = (key: string): Buffer =>
  Buffer.from(hkdfSync('sha256', keyBytes(key), '', 'bartleby mac v1', 32))

/** HMAC-SHA-256. The context comes first and cannot hold the separator, so no two pairs read alike. */
export function macOf(macKey: Buffer, text: string, context: string): string {
  if (context.includes('\0')) throw new Error('a context holds no NUL')
  return createHmac('sha256', macKey).update(`${context}\0${text}`).digest('base64url')
}

const checkText = 'the right key opens this'
const checkContext = (instanceId: string) => `key_check:${instanceId}`

/** What an instance stores to recognise its encryption key at later starts. */
export const sealKeyCheck = (key: string, instanceId: string): string =>
  seal(key, checkText, checkContext(instanceId))

/** Whether the key is the one that the instance was created with. */
export function checkEncryptionKey(key: string, instance: { id: string; key_check: string }): boolean {
  try {
    return openSealed(key, instance.key_check, checkContext(instance.id)) === checkText
  } catch (error) {
    if (error instanceof CannotUnseal) return false
    throw error
  }
}
