import { hash } from 'node:crypto'
import { isSame, type Reader, type Reading } from './reading.ts'
import { hashAgain } from './rounds.ts'

const alphabet = './0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
/** `$P$`, a character for the rounds, 8 of salt, 22 of hash, of which the last carries two bits. */
const layout = /^\$P\$([./0-9A-Za-z])([./0-9A-Za-z]{8})([./0-9A-Za-z]{21}[./01])$/
const log2RoundsMin = 7
const log2RoundsMax = 18
/** What the original accepts. */
const log2RoundsPossible = 30

/** Its own base64: three bytes at a time, the lowest bits first. */
function encode(bytes: Buffer): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const group = bytes.subarray(at, at + 3)
    const bits = group[0]! | ((group[1] ?? 0) << 8) | ((group[2] ?? 0) << 16)
    for (let sign = 0; sign <= group.length; sign++) text += alphabet[(bits >> (6 * sign)) & 63]
  }
  return text
}

function read(digest: string, input: (password: Buffer) => Buffer): Reading {
  const [, rounds = '', salt = '', stored = ''] = layout.exec(digest) ?? []
  const log2Rounds = alphabet.indexOf(rounds)
  if (!stored || log2Rounds < log2RoundsMin || log2Rounds > log2RoundsPossible) return 'malformed'
  if (log2Rounds > log2RoundsMax) return 'too costly'
  return async (password) => {
    const text = input(password)
    const first = hash('md5', Buffer.concat([Buffer.from(salt), text]), 'buffer')
    const last = await hashAgain('md5', first, text, 2 ** log2Rounds)
    return isSame(Buffer.from(encode(last)), Buffer.from(stored))
  }
}

/** The portable hashes of WordPress and others. */
export const phpass: Reader = (digest) => read(digest, (password) => password)

/** Published nowhere. Presumed: sites that had plain MD5 wrapped those hashes, as hex text, in phpass. */
export const md5Phpass: Reader = (digest) =>
  read(digest, (password) => Buffer.from(hash('md5', password, 'hex')))
