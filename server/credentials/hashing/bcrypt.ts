import { hash } from 'node:crypto'
import { verify } from '@node-rs/bcrypt'
import type { Reader, Reading } from './reading.ts'

/**
 * `$2b$<cost>$<22 salt><31 hash>`. The last characters of salt and hash carry fewer bits than they could, so only
 * some are canonical. `$2x$` marks the hashes of an implementation that mixed up signed characters.
 */
const layout = /^\$2[aby]\$(\d\d)\$[./A-Za-z0-9]{21}[.Oeu][./A-Za-z0-9]{30}[.CGKOSWaeimquy26]$/
const costMin = 4
const costMax = 15
/** The algorithm itself ends here: its round count is a power of two in 32 bits. */
const costPossible = 31

/** The exponent of the rounds; 0 for what is no digest. */
export const bcryptCost = (digest: string): number => Number(layout.exec(digest)?.[1] ?? 0)

function read(digest: string, input: (password: Buffer) => Buffer): Reading {
  const cost = bcryptCost(digest)
  if (cost < costMin || cost > costPossible) return 'malformed'
  if (cost > costMax) return 'too costly'
  return async (password) => verify(input(password), digest)
}

/** As everywhere, the first 72 bytes of the password count. */
export const bcrypt: Reader = (digest) => read(digest, (password) => password)

/** Django's way around the 72 bytes: bcrypt over the hex text of a SHA-256. */
export const bcryptSha256Django: Reader = (digest) => {
  const prefix = 'bcrypt_sha256$'
  if (!digest.startsWith(prefix)) return 'malformed'
  return read(digest.slice(prefix.length), (password) => Buffer.from(hash('sha256', password, 'hex')))
}

const layoutLength = 60

/** A bcrypt string, `$`, and a pepper that is put behind the password. */
export const bcryptPeppered: Reader = (digest) => {
  const pepper = Buffer.from(digest.slice(layoutLength + 1))
  if (digest[layoutLength] !== '$' || pepper.length === 0) return 'malformed'
  return read(digest.slice(0, layoutLength), (password) => Buffer.concat([password, pepper]))
}
