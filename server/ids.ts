import { randomBytes } from 'node:crypto'

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const epochSeconds = 1_400_000_000
const length = 27

/** Of users, identifications, the instance and its keys; sessions and what leads to one; second factors; mail; pictures; organizations and what is in them; invitations; lists. */
export type IdPrefix =
  | 'user'
  | 'idn'
  | 'ins'
  | 'key'
  | 'client'
  | 'sess'
  | 'sia'
  | 'ver'
  | 'sit'
  | 'act'
  | 'jtmp'
  | 'totp'
  | 'bkp'
  | 'msg'
  | 'img'
  | 'org'
  | 'orgmem'
  | 'orginv'
  | 'orgdmn'
  | 'role'
  | 'perm'
  | 'inv'
  | 'alid'
  | 'blid'
  | 'ru'
  | 'sua'

/**
 * `<prefix>_` and a KSUID: 4 bytes of seconds and 16 random ones in base 62. Ids sort by the second of
 * their creation and can be guessed no better than 128 random bits.
 */
export function newId(prefix: IdPrefix, nowMs: number): string {
  const seconds = Math.min(Math.max(Math.floor(nowMs / 1000) - epochSeconds, 0), 0xffff_ffff)
  let rest = (BigInt(seconds) << 128n) | BigInt(`0x${randomBytes(16).toString('hex')}`)
  let digits = ''
  while (rest > 0n) {
    digits = alphabet[Number(rest % 62n)] + digits
    rest /= 62n
  }
  return `${prefix}_${digits.padStart(length, '0')}`
}
