import type { Environment } from '#server/settings/config.ts'

const secretLengthMin = 24
/** Of the whole key; a longer one is never looked up. */
export const secretKeyLengthMax = 256
const distinctMin = 10
const wellKnown = /change[-_]?me|secret|example|default|password|your[-_]|xxxx/i

/** Whether the values are one block over and over, or rise or fall by one fixed step. */
function isPattern(values: ArrayLike<number>): boolean {
  const list = Array.from(values)
  const step = list[1]! - list[0]!
  if (list.every((value, at) => at === 0 || value - list[at - 1]! === step)) return true
  for (let block = 1; block <= list.length / 2; block++) {
    if (list.every((value, at) => value === list[at % block])) return true
  }
  return false
}

const codes = (text: string) => Uint16Array.from(text, (character) => character.charCodeAt(0))

/** Why a text is no secret key of the environment, as the rest of a sentence; undefined when it is one. */
export function secretKeyProblem(key: string, environment: Environment): string | undefined {
  const prefix = `sk_${environment}_`
  if (!key.startsWith(prefix)) return `must start with ${prefix}`
  const rest = key.slice(prefix.length)
  if (!/^[A-Za-z0-9_-]*$/.test(rest)) return `may hold only letters, digits, _ and - after ${prefix}`
  if (rest.length < secretLengthMin) return `needs at least ${secretLengthMin} characters after ${prefix}`
  if (key.length > secretKeyLengthMax) return `must not be longer than ${secretKeyLengthMax} characters`
  if (wellKnown.test(rest)) return 'looks like a placeholder, not like a random key'
  if (new Set(rest).size < distinctMin || isPattern(codes(rest))) return 'is too easy to guess'
  return undefined
}

/** Why a text is no encryption key, as the rest of a sentence; undefined when it is one. */
export function encryptionKeyProblem(key: string): string | undefined {
  const bytes = Buffer.from(key, 'base64')
  if (bytes.length !== 32 || bytes.toString('base64') !== key) {
    return 'must be 32 random bytes in base64 (make one with: openssl rand -base64 32)'
  }
  const isText = bytes.every((byte) => byte >= 0x20 && byte < 0x7f)
  if (isText || new Set(bytes).size < distinctMin || isPattern(bytes)) {
    return 'is too easy to guess (make one with: openssl rand -base64 32)'
  }
  return undefined
}
