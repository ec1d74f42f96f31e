import { randomBytes } from 'node:crypto'
import { argon2Hash, type HashParameters, parseArgon2 } from './argon2.ts'

export type { HashParameters }

/** What OWASP asks of argon2id at least: 19 MiB, two passes, one lane. */
export const ownParameters: HashParameters = { memoryKib: 19_456, passes: 2, lanes: 1 }
const saltBytes = 16
const hashBytes = 32

const bare = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '')

/** The digest that we make ourselves, an argon2id PHC string: every byte of the password counts. */
export async function hashPassword(password: string, parameters: HashParameters): Promise<string> {
  const salt = randomBytes(saltBytes)
  const hash = await argon2Hash('argon2id', Buffer.from(password), salt, hashBytes, parameters)
  const { memoryKib, passes, lanes } = parameters
  return `$argon2id$v=19$m=${memoryKib},t=${passes},p=${lanes}$${bare(salt)}$${bare(hash)}`
}

/** A digest of no password, as costly to compare with as one of ours. */
export function decoyDigest({ memoryKib, passes, lanes }: HashParameters): string {
  const [salt, hash] = [randomBytes(saltBytes), randomBytes(hashBytes)]
  return `$argon2id$v=19$m=${memoryKib},t=${passes},p=${lanes}$${bare(salt)}$${bare(hash)}`
}

/** Whether a digest is as strong as our own; any other is replaced once its password is known. */
export function isOwn(hasher: string, digest: string, parameters: HashParameters): boolean {
  const found = hasher === 'argon2id' ? parseArgon2('argon2id', digest) : undefined
  return (
    found !== undefined &&
    found.memoryKib >= parameters.memoryKib &&
    found.passes >= parameters.passes &&
    found.lanes >= parameters.lanes &&
    found.salt.length >= saltBytes &&
    found.hash.length >= hashBytes
  )
}
