import {
  type Acknowledgement,
  type Entry,
  eventTypes,
  type Finding,
  type Intent,
  type Json,
} from './ledger.ts'

/** What the ledger says of one user. */
export interface Account {
  /** The number of the write that creates it. */
  readonly user: number
  readonly externalId: string
  id?: string
  /** Every state that was acknowledged or found, oldest first; undefined where there is no such user. */
  readonly states: Json[]
  /** How many events of each type its writes have left. */
  readonly events: Record<string, number>
  /** The write that the kill left without an answer. */
  pending?: Intent
}

export interface Problem {
  readonly kind: 'lost' | 'half-applied' | 'refused but written' | 'unexpected answer'
  readonly n: number
  readonly text: string
}

const countEvent = (account: Account, intent: Intent) => {
  const type = eventTypes[intent.verb]
  account.events[type] = (account.events[type] ?? 0) + 1
}

function settle(account: Account, intent: Intent, body: Json) {
  const state = intent.verb === 'delete' ? undefined : body
  if (state) account.id = state.id
  account.states.push(state)
  countEvent(account, intent)
}

function acknowledge(account: Account, intent: Intent, entry: Acknowledgement): Problem[] {
  account.pending = undefined
  const expected = intent.refused ?? 200
  if (entry.status === expected) {
    if (!intent.refused) settle(account, intent, entry.body)
    return []
  }
  const text = `${intent.method} ${intent.path} was answered ${entry.status} ${JSON.stringify(entry.body)}`
  return [{ kind: 'unexpected answer', n: entry.n, text }]
}

function find(account: Account, intent: Intent, { applied, body }: Finding) {
  account.pending = undefined
  if (applied) settle(account, intent, body)
}

export interface Accounts {
  readonly accounts: Map<number, Account>
  readonly problems: Problem[]
  readonly acknowledged: number
}

/** Replays the ledger: what every user must look like now. */
export function accountsOf(entries: readonly Entry[]): Accounts {
  const accounts = new Map<number, Account>()
  const intents = new Map<number, Intent>()
  const problems: Problem[] = []
  let acknowledged = 0
  for (const entry of entries) {
    const intent = entry.kind === 'intent' ? entry : intents.get(entry.n)!
    let account = accounts.get(intent.user)
    if (!account) {
      const externalId = intent.body.external_id
      account = { user: intent.user, externalId, states: [undefined], events: {} }
      accounts.set(intent.user, account)
    }
    if (entry.kind === 'intent') {
      intents.set(entry.n, entry)
      account.pending = entry
    } else if (entry.kind === 'acknowledgement') {
      acknowledged += 1
      problems.push(...acknowledge(account, intent, entry))
    } else find(account, intent, entry)
  }
  return { accounts, problems, acknowledged }
}
