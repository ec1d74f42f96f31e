import { createCipheriv, type ScryptOptions, scrypt } from 'node:crypto'
import { fromBase64, fromHex, isSalt, isSame, type Reader, wholeNumber } from './reading.ts'

const costMax = 2 ** 17
const blockSizeMax = 8
const parallelizationMax = 10

interface Cost {
  readonly N: number
  readonly r: number
  readonly p: number
}

const isTooCostly = ({ N, r, p }: Cost) => N > costMax || r > blockSizeMax || p > parallelizationMax

/** Node refuses more than 32 MiB unless told; Werkzeug's usual cost needs a little more than that. */
const memoryOf = ({ N, r, p }: Cost) => 128 * r * (N + p + 2)

function derive(password: Buffer, salt: Buffer, length: number, cost: Cost): Promise<Buffer> {
  const options: ScryptOptions = { ...cost, maxmem: memoryOf(cost) }
  return new Promise((resolve, reject) =>
    scrypt(password, salt, length, options, (error, key) => (error ? reject(error) : resolve(key))),
  )
}

const firebaseKeyBytes = 32
const log2CostMax = 17

/**
 * `hash$salt$signer key$salt separator$rounds$memory cost`. Firebase encrypts its signer key with the key that
 * comes out of the password.
 */
export const scryptFirebase: Reader = (digest) => {
  const parts = digest.split('$')
  const [stored, salt, signerKey, separator] = parts.slice(0, 4).map(fromBase64)
  const [r, log2Cost] = parts.slice(4).map(wholeNumber)
  if (parts.length !== 6 || !stored || !salt || !signerKey || !separator || !r || !log2Cost)
    return 'malformed'
  if (!isSalt(salt) || !isSalt(Buffer.concat([salt, separator]))) return 'malformed'
  if (signerKey.length < firebaseKeyBytes || stored.length !== signerKey.length) return 'malformed'
  const cost = { N: 2 ** log2Cost, r, p: 1 }
  if (log2Cost > log2CostMax || isTooCostly(cost)) return 'too costly'
  return async (password) => {
    const key = await derive(password, Buffer.concat([salt, separator]), firebaseKeyBytes, cost)
    const cipher = createCipheriv('aes-256-ctr', key, Buffer.alloc(16))
    return isSame(Buffer.concat([cipher.update(signerKey), cipher.final()]), stored)
  }
}

const werkzeugKeyBytes = 64
const werkzeugLayout = /^\$?scrypt:(\d+):(\d+):(\d+)\$([^$]+)\$([^$]+)$/

/** `scrypt:N:r:p$salt$hash`. Werkzeug writes hex and no `$` in front; Clerk's documents show base64 and one. */
export const scryptWerkzeug: Reader = (digest) => {
  const [, ...parts] = werkzeugLayout.exec(digest) ?? []
  const [N, r, p] = parts.slice(0, 3).map(wholeNumber)
  const salt = Buffer.from(parts[3] ?? '')
  const stored = [fromHex(parts[4] ?? ''), fromBase64(parts[4] ?? '')].find(
    (bytes) => bytes?.length === werkzeugKeyBytes,
  )
  if (!N || !r || !p || N < 2 || !Number.isInteger(Math.log2(N)) || !isSalt(salt) || !stored)
    return 'malformed'
  const cost = { N, r, p }
  if (isTooCostly(cost)) return 'too costly'
  return async (password) => isSame(await derive(password, salt, werkzeugKeyBytes, cost), stored)
}
