import { randomInt } from 'node:crypto'
import { type Problem, problem } from '#server/refusal.ts'
import type { World } from '#server/world.ts'
import { bcryptCost } from './hashing/bcrypt.ts'
import { readDigest } from './hashing/hashers.ts'
import type { StoredBackupCode } from './second-factors.ts'

/** Crockford's base32: no letter that is read for a digit. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'
const codesAtOnce = 10
/**
 * 50 bits. Guesses at the server are few, and whoever has the database meets an HMAC whose key is not in it; the length
 * is for those who get at both one day, and still short enough to be copied from paper.
 */
const codeLength = 10
/** Of codes from elsewhere, once written our way: six digits are what others give out at the least. */
const importedLengthMin = 6

export const newBackupCodes = (): string[] =>
  Array.from({ length: codesAtOnce }, () =>
    Array.from({ length: codeLength }, () => alphabet[randomInt(alphabet.length)]).join(''),
  )

/** One spelling for all that a person may type: upper case, dashes, spaces, O for 0, I and L for 1. */
const spelled = (code: string): string =>
  code.toLowerCase().replaceAll(/[\s-]/g, '').replaceAll('o', '0').replaceAll(/[il]/g, '1')

const contextOf = (userId: string) => `backup_code:${userId}`

/** What a code is found by. Of another user's code there is nothing to be found. */
export const keyedDigest = (world: World, userId: string, code: string): string =>
  world.vault.mac(spelled(code), contextOf(userId))

export const openImported = (world: World, userId: string, digest: string): string =>
  world.vault.open(digest, contextOf(userId))

/** A code to come, in plain text or as bcrypt has digested it. */
export type GivenBackupCode = { readonly code: string } | { readonly bcrypt: string }

/** Digests are compared one after another for one guess, so that their costs add up: 2^17 rounds take about ten seconds. */
const roundsMax = 2 ** 17

/** Codes or bcrypt digests of codes, mixed. What begins like a digest and is none is a code like any other. */
export function readBackupCodes(codes: readonly string[]): { given: GivenBackupCode[]; problems: Problem[] } {
  const param = 'backup_codes'
  const wrong = (text: string) => problem('form_param_value_invalid', { param, problem: text })
  const given: GivenBackupCode[] = []
  let rounds = 0
  for (const text of codes) {
    const read = readDigest('bcrypt', text)
    if (read === 'too costly')
      return { given, problems: [wrong('has a digest that would cost too much to verify')] }
    if (read !== 'malformed') {
      given.push({ bcrypt: text })
      rounds += 2 ** bcryptCost(text)
    } else if (spelled(text).length < importedLengthMin)
      return { given, problems: [wrong(`has a code of fewer than ${importedLengthMin} characters`)] }
    else given.push({ code: text })
  }
  const tooCostly = rounds > roundsMax
  return {
    given,
    problems: tooCostly ? [wrong('has digests that together would cost too much to verify')] : [],
  }
}

/** As they are stored for this user. Two spellings of one code are one. */
export function storeBackupCodes(
  world: World,
  userId: string,
  given: readonly GivenBackupCode[],
): StoredBackupCode[] {
  const stored = given.map(
    (each): StoredBackupCode =>
      'code' in each
        ? { hasher: 'keyed', digest: keyedDigest(world, userId, each.code) }
        : { hasher: 'bcrypt', digest: world.vault.seal(each.bcrypt, contextOf(userId)) },
  )
  return [...new Map(stored.map((code) => [code.digest, code])).values()]
}
