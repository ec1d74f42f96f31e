import { argon2 } from 'node:crypto'
import { promisify } from 'node:util'
import { fromBareBase64, isSame, type Reader, saltBytesMax, wholeNumber } from './reading.ts'

const derive = promisify(argon2)

export interface HashParameters {
  readonly memoryKib: number
  readonly passes: number
  readonly lanes: number
}

interface Argon2Digest extends HashParameters {
  readonly salt: Buffer
  readonly hash: Buffer
}

type Variant = 'argon2i' | 'argon2id'

/** Only the current version, 19: Node computes no other. */
const layout = /^\$(argon2id?)\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/

/** The parts of a PHC string, if it is one of the variant and possible at all; its cost may still be too high. */
export function parseArgon2(variant: Variant, digest: string): Argon2Digest | undefined {
  const [, named, m = '', t = '', p = '', saltText = '', hashText = ''] = layout.exec(digest) ?? []
  const [memoryKib, passes, lanes] = [m, t, p].map(wholeNumber)
  const salt = fromBareBase64(saltText)
  const hash = fromBareBase64(hashText)
  if (named !== variant || !memoryKib || !passes || !lanes || !salt || !hash) return undefined
  if (memoryKib < 8 * lanes || salt.length < 8 || salt.length > saltBytesMax) return undefined
  if (hash.length < 4 || hash.length > 128) return undefined
  return { memoryKib, passes, lanes, salt, hash }
}

export const argon2Hash = (
  variant: Variant,
  password: Buffer,
  salt: Buffer,
  hashBytes: number,
  { memoryKib, passes, lanes }: HashParameters,
): Promise<Buffer> =>
  derive(variant, {
    message: password,
    nonce: salt,
    tagLength: hashBytes,
    memory: memoryKib,
    passes,
    parallelism: lanes,
  })

/** 256 MiB: so much of each running check's memory is in the hands of whoever wrote the digest. */
const memoryKibMax = 262_144
const passesMax = 10
const lanesMax = 16

export const argon2Of =
  (variant: Variant): Reader =>
  (digest) => {
    const parts = parseArgon2(variant, digest)
    if (!parts) return 'malformed'
    const { memoryKib, passes, lanes, salt, hash } = parts
    if (memoryKib > memoryKibMax || passes > passesMax || lanes > lanesMax) return 'too costly'
    return async (password) => isSame(await argon2Hash(variant, password, salt, hash.length, parts), hash)
  }
