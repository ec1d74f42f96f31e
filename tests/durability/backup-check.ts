import { isDeepStrictEqual } from 'node:util'
import { codesOfWrite } from './intents.ts'
import { type Acknowledgement, type Entry, eventTypes, type Intent, type Json } from './ledger.ts'
import type { Reality } from './reality.ts'

/** How much of the ledger was on disk before the backup was asked for, and when it had ended. */
export interface Moment {
  readonly began: number
  readonly ended: number
}

/** A write that was answered, and where in the ledger it was sent and acknowledged. */
interface Write {
  readonly intent: Intent
  readonly sentAt: number
  readonly acknowledgedAt: number
  /** The user after it; undefined after a delete. */
  readonly state: Json
}

interface History {
  readonly externalId: string
  id?: string
  /** All of one writer, one after the other. */
  readonly writes: Write[]
}

/** The writes of each user in their order; refused ones change nothing and are left out. */
function historiesOf(entries: readonly Entry[]): History[] {
  const acknowledged = new Map<number, { at: number; entry: Acknowledgement }>()
  for (const [at, entry] of entries.entries())
    if (entry.kind === 'acknowledgement') acknowledged.set(entry.n, { at, entry })
  const histories = new Map<number, History>()
  for (const [sentAt, intent] of entries.entries()) {
    if (intent.kind !== 'intent') continue
    const answer = acknowledged.get(intent.n)
    // The load ended between the note and the request: it was never sent.
    if (!answer) continue
    const expected = intent.refused ?? 200
    if (answer.entry.status !== expected)
      throw new Error(`write ${intent.n} was answered ${JSON.stringify(answer.entry)}`)
    if (intent.refused) continue
    const history: History = histories.get(intent.user) ?? { externalId: intent.body.external_id, writes: [] }
    histories.set(intent.user, history)
    const state = intent.verb === 'delete' ? undefined : answer.entry.body
    history.id ??= state.id
    history.writes.push({ intent, sentAt, acknowledgedAt: answer.at, state })
  }
  return [...histories.values()]
}

function eventsOf(writes: readonly Write[]): Record<string, number> {
  const events: Record<string, number> = {}
  for (const { intent } of writes) {
    const type = eventTypes[intent.verb]
    events[type] = (events[type] ?? 0) + 1
  }
  return events
}

const sumOf = (counts: Record<string, number>) => Object.values(counts).reduce((sum, one) => sum + one, 0)

/** User, identifications and events must be those after exactly the first `count` writes. */
function halves({ id, writes }: History, count: number, reality: Reality): string[] {
  const problems: string[] = []
  const actual = reality.users.get(id!)
  const state = count === 0 ? undefined : writes[count - 1]!.state
  if (!isDeepStrictEqual(actual, state)) problems.push(`${id} is not as after ${count} writes`)
  const events = reality.events.get(id!) ?? {}
  if (!isDeepStrictEqual(events, eventsOf(writes.slice(0, count))))
    problems.push(`${id} has the events ${JSON.stringify(events)}`)
  const { email_addresses = [], phone_numbers = [], web3_wallets = [], username = null } = state ?? {}
  const shown = email_addresses.length + phone_numbers.length + web3_wallets.length + (username ? 1 : 0)
  const rows = reality.identifications.get(id!) ?? 0
  if (rows !== shown) problems.push(`${id} has ${rows} rows of identifications instead of ${shown}`)
  if (reality.passwords.has(id!) !== (actual?.password_enabled ?? false))
    problems.push(`${id} has a row of a password that does not fit the answer`)
  if (reality.totps.has(id!) !== (actual?.totp_enabled ?? false))
    problems.push(`${id} has a row of an authenticator app that does not fit the answer`)
  const codes = reality.backupCodes.get(id!) ?? 0
  if (codes !== (actual?.backup_code_enabled ? codesOfWrite : 0))
    problems.push(`${id} has ${codes} backup codes, which does not fit the answer`)
  return problems
}

/** The file of a picture may be missing only where a later write took it away before the backup had ended. */
function lostPicture({ id, writes }: History, count: number, { ended }: Moment, reality: Reality): string[] {
  const picture = reality.users.get(id!)?.picture
  if (!picture || reality.shown.has(picture)) return []
  const takesAway = ['upload', 'removal', 'delete']
  const wasTaken = writes
    .slice(count)
    .some(({ intent, sentAt }) => takesAway.includes(intent.verb) && sentAt < ended)
  return wasTaken ? [] : [`${id} came back without its picture`]
}

export interface BackupVerdict {
  readonly problems: string[]
  /** Writes that are in the backup, of all in the ledger. */
  readonly contained: number
  readonly writes: number
}

/**
 * Whether what a backup gave back is one state that existed: each user after a number of its writes, with all
 * that was acknowledged before the backup began, nothing that was sent after it ended, and no write without
 * those that had been acknowledged before it was sent.
 */
export function checkBackup(entries: readonly Entry[], moment: Moment, reality: Reality): BackupVerdict {
  const { began, ended } = moment
  const problems = reality.torn.map((name) => `the file ${name} is not whole`)
  const contained: Write[] = []
  const absent: Write[] = []
  const histories = historiesOf(entries)
  for (const history of histories) {
    const count = sumOf(reality.events.get(history.id!) ?? {})
    if (count > history.writes.length) problems.push(`${history.id} has ${count} events, too many`)
    problems.push(...halves(history, Math.min(count, history.writes.length), reality))
    problems.push(...lostPicture(history, count, moment, reality))
    contained.push(...history.writes.slice(0, count))
    absent.push(...history.writes.slice(count))
  }
  const known = new Set(histories.map(({ id }) => id))
  for (const id of reality.users.keys()) if (!known.has(id)) problems.push(`${id} is unknown to the ledger`)
  const newest = contained.reduce((last, { sentAt }) => Math.max(last, sentAt), -1)
  for (const { intent, acknowledgedAt } of absent) {
    if (acknowledgedAt < began) problems.push(`write ${intent.n} was acknowledged before, and is not there`)
    else if (acknowledgedAt < newest)
      problems.push(`write ${intent.n} is not there, and a write is that was sent after its acknowledgement`)
  }
  for (const { intent, sentAt } of contained)
    if (sentAt >= ended) problems.push(`write ${intent.n} was sent after the backup ended, and is there`)
  return { problems, contained: contained.length, writes: contained.length + absent.length }
}
