import { timingSafeEqual } from 'node:crypto'

/** Answers whether the bytes of a password belong to the digest that made this function. */
export type Check = (password: Buffer) => Promise<boolean>

/** What a digest turns out to be. `elsewhere`: only another service can tell whether a password is right. */
export type Reading = Check | 'elsewhere' | 'malformed' | 'too costly'

/** Takes a digest apart. It must be quick whatever the text is, and start nothing. */
export type Reader = (digest: string) => Reading

export const saltBytesMax = 512

/** Hashes to compare have a length that the format fixes, so that their lengths tell nobody anything. */
export const isSame = (one: Buffer, other: Buffer): boolean =>
  one.length === other.length && timingSafeEqual(one, other)

export function fromHex(text: string): Buffer | undefined {
  return text.length % 2 === 0 && /^[0-9a-f]+$/i.test(text) ? Buffer.from(text, 'hex') : undefined
}

/** Only the one spelling that encoding the bytes again gives: another would be a second digest of one hash. */
export function fromBase64(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64')
  return bytes.toString('base64') === text ? bytes : undefined
}

/** As above, in the spelling without padding that PHC strings have. */
export function fromBareBase64(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64')
  return bytes.toString('base64').replace(/=+$/, '') === text ? bytes : undefined
}

/** From 1 on, without leading zeros, and exact as a number. */
export const wholeNumber = (text: string): number | undefined =>
  /^[1-9]\d{0,14}$/.test(text) ? Number(text) : undefined

export const isSalt = (salt: Buffer): boolean => salt.length > 0 && salt.length <= saltBytesMax
