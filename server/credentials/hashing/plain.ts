import { hash } from 'node:crypto'
import { type Check, fromHex, isSalt, isSame, type Reader } from './reading.ts'

type Algorithm = 'md5' | 'sha256'
const hashBytes: Record<Algorithm, number> = { md5: 16, sha256: 32 }

function hashOf(text: string, algorithm: Algorithm): Buffer | undefined {
  const bytes = fromHex(text)
  return bytes?.length === hashBytes[algorithm] ? bytes : undefined
}

/** The hash of the password alone, in hex. */
export const plain =
  (algorithm: Algorithm): Reader =>
  (digest) => {
    const stored = hashOf(digest, algorithm)
    if (!stored) return 'malformed'
    return async (password) => isSame(hash(algorithm, password, 'buffer'), stored)
  }

/** `salt$hash`. Nobody wrote down whether the salt stands before or after the password, so either will do. */
export const salted =
  (algorithm: Algorithm): Reader =>
  (digest) => {
    const end = digest.lastIndexOf('$')
    const salt = Buffer.from(digest.slice(0, Math.max(end, 0)))
    const stored = hashOf(digest.slice(end + 1), algorithm)
    if (!stored || !isSalt(salt)) return 'malformed'
    const check: Check = async (password) => {
      const before = isSame(hash(algorithm, Buffer.concat([salt, password]), 'buffer'), stored)
      const after = isSame(hash(algorithm, Buffer.concat([password, salt]), 'buffer'), stored)
      return before || after
    }
    return check
  }
