import { createHash } from 'node:crypto'

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const length = 27

/** The id of stored bytes is made of nothing but them: 160 bits of their SHA-256, in base 62. */
export function imageIdOf(bytes: Buffer): string {
  let rest = BigInt(`0x${createHash('sha256').update(bytes).digest('hex').slice(0, 40)}`)
  let digits = ''
  while (rest > 0n) {
    digits = alphabet[Number(rest % 62n)] + digits
    rest /= 62n
  }
  return `img_${digits.padStart(length, '0')}`
}

export const isImageId = (text: string): boolean => /^img_[0-9A-Za-z]{27}$/.test(text)
