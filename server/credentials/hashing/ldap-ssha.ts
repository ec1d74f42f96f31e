import { hash } from 'node:crypto'
import { fromBase64, isSalt, isSame, type Reader } from './reading.ts'

const prefix = '{SSHA}'
const hashBytes = 20

/** `{SSHA}` and base64 of SHA-1(password + salt) + salt. */
export const ldapSsha: Reader = (digest) => {
  const bytes = digest.startsWith(prefix) ? fromBase64(digest.slice(prefix.length)) : undefined
  const salt = bytes?.subarray(hashBytes)
  if (!bytes || !salt || !isSalt(salt)) return 'malformed'
  const stored = bytes.subarray(0, hashBytes)
  return async (password) => isSame(hash('sha1', Buffer.concat([password, salt]), 'buffer'), stored)
}
