import { pbkdf2 } from 'node:crypto'
import { promisify } from 'node:util'
import { fromBase64, fromHex, isSalt, isSame, type Reader, type Reading, wholeNumber } from './reading.ts'

type Algorithm = 'sha1' | 'sha256' | 'sha512'
const derive = promisify(pbkdf2)
const blockBytes: Record<Algorithm, number> = { sha1: 20, sha256: 32, sha512: 64 }

const iterationsMax = 10_000_000
/** Each block of a long key costs all iterations anew. */
const roundsMax = 2 * iterationsMax
const keyBytesMin = 16
const keyBytesMax = 512

const fromText = (text: string): Buffer => Buffer.from(text)

function read(
  algorithm: Algorithm,
  iterationsText: string,
  salt: Buffer | undefined,
  key: Buffer | undefined,
): Reading {
  const iterations = wholeNumber(iterationsText)
  if (!iterations || !salt || !isSalt(salt) || !key) return 'malformed'
  if (key.length < keyBytesMin || key.length > keyBytesMax) return 'malformed'
  const rounds = iterations * Math.ceil(key.length / blockBytes[algorithm])
  if (iterations > iterationsMax || rounds > roundsMax) return 'too costly'
  return async (password) => isSame(await derive(password, salt, iterations, key.length, algorithm), key)
}

/** `name$iterations$salt$hash`, each encoded in its own way; the key is as long as the hash. */
const fourParts =
  (
    name: string,
    algorithm: Algorithm,
    saltOf: (text: string) => Buffer | undefined,
    keyOf: (text: string) => Buffer | undefined,
  ): Reader =>
  (digest) => {
    const [first, iterations = '', salt = '', key = '', ...more] = digest.split('$')
    if (first !== name || more.length > 0) return 'malformed'
    return read(algorithm, iterations, saltOf(salt), keyOf(key))
  }

/** Plain and Django's share a prefix: the name of the hasher decides, never the text. */
export const pbkdf2Sha256 = fourParts('pbkdf2_sha256', 'sha256', fromBase64, fromBase64)
export const pbkdf2Sha256Django = fourParts('pbkdf2_sha256', 'sha256', fromText, fromBase64)
export const pbkdf2Sha512 = fourParts('pbkdf2_sha512', 'sha512', fromText, fromHex)
export const pbkdf2Sha512Hex = fourParts('pbkdf2_sha512_hex', 'sha512', fromHex, fromHex)

const sha1KeyBytes = 32

/** May end with the length of the key. A salt that reads as hex is hex, any other is taken as it stands. */
export const pbkdf2Sha1: Reader = (digest) => {
  const [name, iterations = '', salt = '', keyText = '', length = String(sha1KeyBytes), ...more] =
    digest.split('$')
  const key = fromHex(keyText)
  if (name !== 'pbkdf2_sha1' || more.length > 0 || key?.length !== wholeNumber(length)) return 'malformed'
  return read('sha1', iterations, fromHex(salt) ?? fromText(salt), key)
}
