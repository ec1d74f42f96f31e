import type { JsonText } from '#contract/shapes.ts'
import type { NewEvent } from '#server/events/event.ts'

export type TicketKind = 'sign_in_token' | 'actor_token'

/** A secret that stands for one sign-in as a user, kept as its hash. Its spelling is that of the column names. */
export interface Ticket {
  readonly id: string
  readonly kind: TicketKind
  readonly user_id: string
  readonly token_hash: string
  readonly status: 'pending' | 'accepted' | 'revoked'
  /** Of an actor token: who will act in the user's place. */
  readonly actor: JsonText | null
  /** Of a sign-in token: the organization that the session is active in at first. */
  readonly organization_id: string | null
  readonly session_max_duration_in_seconds: number | null
  readonly expire_at: number
  readonly created_at: number
  readonly updated_at: number
}

export interface TicketStore {
  /** False when there is no such user, and then nothing was written. */
  insert(ticket: Ticket, event: NewEvent): Promise<boolean>
  find(kind: TicketKind, id: string): Promise<Ticket | undefined>
  /** Undefined unless it was pending. */
  revoke(kind: TicketKind, id: string, at: number, event: NewEvent): Promise<Ticket | undefined>
  /** Consumes a pending ticket that has not run out, by the statement that finds it: one caller gets it. */
  redeem(tokenHash: string, now: number): Promise<Ticket | undefined>
}
