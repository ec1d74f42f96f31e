import { domainToASCII } from 'node:url'
import { parsePhoneNumberFromString } from 'libphonenumber-js'

/** An identifier as shown and as compared. */
export interface Identifier {
  readonly value: string
  readonly normalized: string
}

const localPart = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i
const domainLabel = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/
const localLengthMax = 64
const addressLengthMax = 254

/**
 * One plain address, lower-cased, its domain in ASCII. Quoted local parts, encoded words, comments, lists and lookalikes
 * of the @ sign are refused rather than repaired: what is stored, compared and mailed is one string.
 */
export function parseEmailAddress(text: string): Identifier | undefined {
  const at = text.indexOf('@')
  const local = text.slice(0, at)
  if (at < 1 || local.length > localLengthMax || !localPart.test(local) || local.includes('=?'))
    return undefined
  const typed = text.slice(at + 1)
  // Outside ASCII, only letters and digits: domainToASCII would map other signs to new meanings.
  if (typed === '' || !/^[\p{L}\p{M}\p{Nd}.-]+$/u.test(typed)) return undefined
  const domain = domainToASCII(typed).toLowerCase()
  const labels = domain.split('.')
  if (labels.length < 2 || !labels.every((label) => domainLabel.test(label))) return undefined
  if (/^\d+$/.test(labels.at(-1)!)) return undefined
  const value = `${local.toLowerCase()}@${domain}`
  return value.length > addressLengthMax ? undefined : { value, normalized: value }
}

/**
 * A number in international form, as E.164. It must be possible in its country, not assigned there:
 * ranges that are set aside for tests, such as +1 555 555 0100, count as numbers.
 */
export function parsePhoneNumber(text: string): Identifier | undefined {
  if (!text.startsWith('+') || text.length > 64 || /[\p{L};=#*,]/u.test(text)) return undefined
  const phone = parsePhoneNumberFromString(text, { extract: false })
  if (!phone?.isPossible() || phone.ext) return undefined
  return { value: phone.number, normalized: phone.number }
}

/** `0x` and 40 hex digits, compared without regard to the checksum's letter case; or base58, compared as it is. */
export function parseWeb3Wallet(text: string): Identifier | undefined {
  if (/^0x[0-9a-f]{40}$/i.test(text)) return { value: text, normalized: text.toLowerCase() }
  if (/^[1-9A-HJ-NP-Za-km-z]{32,44}$/.test(text)) return { value: text, normalized: text }
  return undefined
}

/** Usernames are ASCII, so lower case is one thing everywhere. */
export const parseUsername = (text: string): Identifier => ({ value: text, normalized: text.toLowerCase() })
