import { randomBytes } from 'node:crypto'

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const epochSeconds = 1_400_000_000
const length = 27

/**
 * `<prefix>_` and a KSUID: 4 bytes of seconds and 16 random ones in base 62. Ids sort by the second of
 * their creation and can be guessed no better than 128 random bits.
 */
export function newId(prefix: 'user' | 'idn' | 'ins' | 'key', nowMs: number): string {
  const seconds = Math.min(Math.max(Math.floor(nowMs / 1000) - epochSeconds, 0), 0xffff_ffff)
  let rest = (BigInt(seconds) << 128n) | BigInt(`0x${randomBytes(16).toString('hex')}`)
  let digits = ''
  while (rest > 0n) {
    digits = alphabet[Number(rest % 62n)] + digits
    rest /= 62n
  }
  return `${prefix}_${digits.padStart(length, '0')}`
}
