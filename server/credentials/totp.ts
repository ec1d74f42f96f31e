import { timingSafeEqual } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { newId } from '#server/ids.ts'
import type { World } from '#server/world.ts'
import type { StoredTotp } from './second-factors.ts'

/** What every authenticator app can do; some read nothing else, whatever the address says. */
const algorithm = 'SHA1'
const digits = 6
const stepSeconds = 30
const secretBytes = 20
/** One step each way: for clocks that differ and for a code that is typed as it changes. */
const drift = [-1, 0, 1]

const secretBytesMin = 10
const secretBytesMax = 64

/** In base32, without padding. */
export const newTotpSecret = (): string => new Secret({ size: secretBytes }).base32

/** A secret from elsewhere in the one form that is stored; undefined for what is none. */
export function readTotpSecret(text: string): string | undefined {
  const letters = text.replaceAll(' ', '').replace(/=*$/, '').toUpperCase()
  // Five bits a letter: of the remainders of eight letters, 1, 3 and 6 encode no whole number of bytes.
  const isWhole = ![1, 3, 6].includes(letters.length % 8)
  const bytes = Math.floor((letters.length * 5) / 8)
  const isSecret =
    /^[A-Z2-7]+$/.test(letters) && isWhole && bytes >= secretBytesMin && bytes <= secretBytesMax
  return isSecret ? letters : undefined
}

const stepOf = (now: number) => Math.floor(now / 1000 / stepSeconds)

/** Nothing but six ASCII digits: no spaces, no dashes, no digits of other scripts. */
export const isTotpCode = (code: string): boolean => /^[0-9]{6}$/.test(code)

/**
 * The time step whose code this is; undefined for none that could still be accepted. A step is accepted once, and
 * none that is earlier than an accepted one, so that neither a watched code nor a clock set back opens again.
 */
export function matchingStep(
  secret: string,
  code: string,
  lastStep: number,
  now: number,
): number | undefined {
  if (!isTotpCode(code)) return undefined
  const key = Secret.fromBase32(secret)
  const isCodeOf = (step: number) => {
    const timestamp = step * stepSeconds * 1000
    const expected = TOTP.generate({ secret: key, algorithm, digits, period: stepSeconds, timestamp })
    return timingSafeEqual(Buffer.from(expected), Buffer.from(code))
  }
  const steps = drift.map((offset) => stepOf(now) + offset).filter((step) => step > lastStep)
  return steps.find(isCodeOf)
}

const contextOf = (userId: string) => `totp:${userId}`

/** A new one of this user; it forgets which steps an earlier one has accepted. */
export const storeTotp = (
  world: World,
  userId: string,
  secret: string,
  now: number,
  verified_at: number | null,
): StoredTotp => ({
  id: newId('totp', now),
  secret: world.vault.seal(secret, contextOf(userId)),
  verified_at,
  last_step: 0,
  created_at: now,
  updated_at: now,
})

export const openTotp = (world: World, userId: string, stored: StoredTotp): string =>
  world.vault.open(stored.secret, contextOf(userId))
