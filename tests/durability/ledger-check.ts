import { isDeepStrictEqual } from 'node:util'
import { type Account, accountsOf, type Problem } from './accounts.ts'
import { isAfter } from './expected-user.ts'
import { codesOfWrite } from './intents.ts'
import { type Entry, eventTypes, type Finding, type Json } from './ledger.ts'
import type { Reality } from './reality.ts'

export interface Verdict {
  readonly problems: Problem[]
  /** What became of the writes without an answer, for the ledger. */
  readonly findings: Finding[]
  /** The users as they are now, by account. */
  readonly alive: Map<number, Json>
  readonly acknowledged: number
}

const numberOf = (account: Account) => account.pending?.n ?? account.user

/** What differs, and nothing else: users are long. */
function difference(before: Json, actual: Json): string {
  if (before === undefined) return 'exists, but should not'
  if (actual === undefined) return 'is missing'
  const keys = Object.keys({ ...before, ...actual }).filter(
    (key) => !isDeepStrictEqual(before[key], actual[key]),
  )
  return keys
    .map((key) => `${key} is ${JSON.stringify(actual[key])} instead of ${JSON.stringify(before[key])}`)
    .join(', ')
}

/** Neither the acknowledged state nor what the unanswered write would have made of it. */
function mismatch(account: Account, actual: Json): Problem {
  const text = `user ${account.user}: ${difference(account.states.at(-1), actual)}`
  const earlier = account.states.slice(0, -1)
  const wasOnceSo = earlier.some((state) => isDeepStrictEqual(state, actual))
  return { kind: wasOnceSo ? 'lost' : 'half-applied', n: numberOf(account), text }
}

/** The rows of the user beside its own: identifications, password and events. */
function rowProblems(account: Account, actual: Json, events: Account['events'], reality: Reality): Problem[] {
  const problems: Problem[] = []
  const id = actual?.id ?? account.id
  if (!id) return problems
  const report = (text: string) =>
    problems.push({ kind: 'half-applied', n: numberOf(account), text: `user ${account.user}: ${text}` })
  const { email_addresses = [], phone_numbers = [], web3_wallets = [], username = null } = actual ?? {}
  const shown =
    email_addresses.length + phone_numbers.length + web3_wallets.length + (username === null ? 0 : 1)
  const rows = reality.identifications.get(id) ?? 0
  if (rows !== shown) report(`${rows} rows of identifications, ${shown} in the answer`)
  if (reality.passwords.has(id) !== (actual?.password_enabled ?? false))
    report('the row of the password does not fit the answer')
  if (reality.totps.has(id) !== (actual?.totp_enabled ?? false))
    report('the row of the authenticator app does not fit the answer')
  const codes = reality.backupCodes.get(id) ?? 0
  if (codes !== (actual?.backup_code_enabled ? codesOfWrite : 0))
    report(`${codes} rows of backup codes, which does not fit the answer`)
  const noted = reality.events.get(id) ?? {}
  if (!isDeepStrictEqual(noted, events))
    report(`the events are ${JSON.stringify(noted)}, must be ${JSON.stringify(events)}`)
  return problems
}

/** A row that names a picture which the server cannot show; one that was acknowledged is lost. */
function pictureProblems(account: Account, actual: Json, { shown }: Reality): Problem[] {
  const picture = actual?.picture
  if (!picture || shown.has(picture)) return []
  const wasAcknowledged = account.states.some((state) => state?.picture === picture)
  const text = `user ${account.user}: the picture ${picture} is not shown`
  return [{ kind: wasAcknowledged ? 'lost' : 'half-applied', n: numberOf(account), text }]
}

function checkAccount(account: Account, reality: Reality, verdict: Verdict): void {
  const { pending } = account
  const actual = account.id ? reality.users.get(account.id) : reality.byExternalId.get(account.externalId)
  const before = account.states.at(-1)
  const events = { ...account.events }
  let applied = false
  if (!isDeepStrictEqual(actual, before)) {
    if (pending?.refused) {
      const text = `user ${account.user}: ${difference(before, actual)}`
      verdict.problems.push({ kind: 'refused but written', n: pending.n, text })
    } else if (pending && isAfter(before, pending, actual)) {
      applied = true
      const type = eventTypes[pending.verb]
      events[type] = (events[type] ?? 0) + 1
    } else verdict.problems.push(mismatch(account, actual))
  }
  verdict.problems.push(...rowProblems(account, actual, events, reality))
  verdict.problems.push(...pictureProblems(account, actual, reality))
  if (pending) verdict.findings.push({ kind: 'finding', n: pending.n, applied, body: actual })
  if (actual) verdict.alive.set(account.user, actual)
}

/** Rows that belong to nobody the ledger knows: left-overs of a write that was not whole. */
function strangers(accounts: Iterable<Account>, alive: Iterable<Json>, reality: Reality): Problem[] {
  const known = new Set<string>()
  for (const { id } of accounts) if (id) known.add(id)
  for (const { id } of alive) known.add(id)
  const found = [
    ['a user', reality.users.keys()],
    ['identifications', reality.identifications.keys()],
    ['a password', reality.passwords.keys()],
    ['an authenticator app', reality.totps.keys()],
    ['backup codes', reality.backupCodes.keys()],
    ['events', reality.events.keys()],
  ] as const
  return found.flatMap(([what, ids]) =>
    [...ids]
      .filter((id) => id.startsWith('user_') && !known.has(id))
      .map((id) => ({
        kind: 'half-applied' as const,
        n: 0,
        text: `${what} of ${id}, which the ledger lacks`,
      })),
  )
}

/** Compares ledger and reality. Nothing may be lost, nothing half there; an unanswered write may go either way. */
export function checkLedger(entries: readonly Entry[], reality: Reality): Verdict {
  const { accounts, problems, acknowledged } = accountsOf(entries)
  const verdict: Verdict = { problems, findings: [], alive: new Map(), acknowledged }
  for (const account of accounts.values()) checkAccount(account, reality, verdict)
  verdict.problems.push(...strangers(accounts.values(), verdict.alive.values(), reality))
  for (const name of reality.torn)
    verdict.problems.push({ kind: 'half-applied', n: 0, text: `the file ${name} is not whole` })
  return verdict
}
