import { randomBytes, randomInt } from 'node:crypto'
import { newId } from '#server/ids.ts'
import type { MailOrder } from '#server/mail/messages.ts'
import { Refusal } from '#server/refusal.ts'
import { type Call, eventOf, type World } from '#server/world.ts'
import type { CodeBudget, CodeChoice, CodePurpose, StoredCode } from './code-store.ts'

/** How long a mailed code can be used. */
const lifetimeMs = 10 * 60_000
/** Wrong tries that one code bears; the next try finds it void, even with the right code. */
const attemptsMax = 3
/** Codes of one subject, and to one address for one purpose, in an hour. */
const perSubjectMax = 5
const perRecipientMax = 10
const windowMs = 3_600_000

/** The code of every address that ends its local part with `+clerk_test`, in the test environment alone. */
const testCode = '424242'
const isTestAddress = (world: World, recipient: string) =>
  world.environment === 'test' && recipient.includes('+clerk_test@')

const newCode = () => String(randomInt(1_000_000)).padStart(6, '0')

const hashOf = (world: World, { purpose, subject }: CodeChoice, code: string) =>
  world.vault.mac(code, `code:${purpose}:${subject}`)

export interface CodeToSend {
  readonly purpose: CodePurpose
  /** The id of what it is sent for. */
  readonly subject: string
  readonly userId: string | null
  /** The stored address. */
  readonly recipient: string
  readonly kind: 'sign_in_code' | 'verification_code'
  /** Nobody gets it, and nothing is right: for an answer that must not tell that nobody is there. */
  readonly withheld?: boolean
}

/** The recipient first, in the same order for all: the rows are held until the transaction ends. */
function budgetsOf(world: World, { purpose, subject, recipient }: CodeToSend): CodeBudget[] {
  const key = (text: string) => world.vault.mac(text, `code_budget:${purpose}`)
  const bounded = (max: number) => (world.rateLimits ? max : Number.MAX_SAFE_INTEGER)
  const ofSubject = { key: key(subject), max: bounded(perSubjectMax) }
  // No mail goes to a test address, so nobody is bothered; suites use one address all day.
  if (isTestAddress(world, recipient)) return [{ ...ofSubject, max: Number.MAX_SAFE_INTEGER }]
  return [{ key: key(recipient), max: bounded(perRecipientMax) }, ofSubject]
}

/**
 * Mails a new code, which takes the place of any that was sent for the subject. Refuses with 429 when there were
 * too many for the subject or for the address.
 */
export async function sendCode(world: World, call: Call, send: CodeToSend): Promise<StoredCode> {
  const now = world.now()
  const isTest = isTestAddress(world, send.recipient)
  const withheld = send.withheld ?? false
  const code = withheld ? randomBytes(16).toString('hex') : isTest ? testCode : newCode()
  const { purpose, subject, userId, recipient, kind } = send
  const stored: StoredCode = {
    id: newId('ver', now),
    purpose,
    subject,
    user_id: userId,
    recipient,
    code_hash: hashOf(world, send, code),
    attempts: 0,
    consumed_at: null,
    expire_at: now + lifetimeMs,
    created_at: now,
  }
  const values = { code, minutes: lifetimeMs / 60_000 }
  const order: MailOrder | undefined =
    isTest || withheld ? undefined : { kind, user_id: userId, recipient, values }
  const event = eventOf(call, withheld ? 'code.withheld' : 'code.sent', subject, now, {
    user_id: userId,
    purpose,
  })
  const message = order && world.mail.compose(order)
  const refused = await world.codes.replace(
    stored,
    { message, event },
    budgetsOf(world, send),
    now - windowMs,
  )
  if (refused) {
    const waitSeconds = Math.max(1, Math.ceil((refused.full + windowMs - now) / 1000))
    throw new Refusal('verification_code_too_many_requests', {}, undefined, waitSeconds)
  }
  if (order) world.mail.announce(order)
  return stored
}

/** Whether no try is left. */
export const isVoid = (code: StoredCode): boolean => code.attempts >= attemptsMax

/** `not_sent`: there is none, or it has been used. `too_many`: it is void after wrong tries. */
export type CodeOutcome = 'right' | 'wrong' | 'expired' | 'too_many' | 'not_sent'

/** As `checkCode`, with the code as it is afterwards; undefined when there is none. */
export async function tryCode(
  world: World,
  which: CodeChoice,
  code: string,
): Promise<{ outcome: CodeOutcome; stored: StoredCode | undefined }> {
  const now = world.now()
  const tried = await world.codes.attempt(which, hashOf(world, which, code), now, attemptsMax)
  if (tried) return { outcome: tried.consumed_at === null ? 'wrong' : 'right', stored: tried }
  const stored = await world.codes.find(which)
  if (!stored || stored.consumed_at !== null) return { outcome: 'not_sent', stored }
  return { outcome: isVoid(stored) ? 'too_many' : 'expired', stored }
}

/**
 * Whether the code is the newest one that was mailed for the subject. It is `right` once. The try is counted by the
 * statement that compares, so that no number of parallel guesses gets more than the tries of one code.
 */
export async function checkCode(world: World, check: CodeChoice & { code: string }): Promise<CodeOutcome> {
  const { code, ...which } = check
  return (await tryCode(world, which, code)).outcome
}

export interface CodeStanding {
  readonly status: 'unverified' | 'failed' | 'expired'
  readonly attempts: number
  readonly expire_at: number
}

/** How it stands with the newest code of an attempt to sign in. */
export async function codeStanding(world: World, subject: string): Promise<CodeStanding | undefined> {
  const stored = await world.codes.find({ purpose: 'sign_in', subject })
  if (!stored) return undefined
  const { attempts, expire_at } = stored
  const ended = attempts >= attemptsMax ? 'failed' : expire_at <= world.now() ? 'expired' : undefined
  return { status: ended ?? 'unverified', attempts, expire_at }
}
