import type { JsonText } from '#contract/shapes.ts'
import { newId } from '#server/ids.ts'
import { type Call, eventOf, type World } from '#server/world.ts'
import { hashToken, newToken } from './client-call.ts'
import type { Ticket, TicketKind } from './ticket-store.ts'

export interface NewTicket {
  readonly kind: TicketKind
  readonly userId: string
  readonly expiresInSeconds: number
  readonly actor?: JsonText
  readonly organizationId?: string | undefined
  readonly sessionMaxDurationInSeconds?: number
}

/** A ticket with its secret, which nothing but this answer ever holds. */
export interface IssuedTicket extends Ticket {
  readonly token: string
}

const prefixes = { sign_in_token: 'sit', actor_token: 'act' } as const

/** Undefined when there is no such user. */
export async function newTicket(
  world: World,
  call: Call,
  asked: NewTicket,
): Promise<IssuedTicket | undefined> {
  const at = world.now()
  const { kind, userId: user_id } = asked
  const token = newToken()
  const ticket: Ticket = {
    id: newId(prefixes[kind], at),
    kind,
    user_id,
    token_hash: hashToken(token),
    status: 'pending',
    actor: asked.actor ?? null,
    organization_id: asked.organizationId ?? null,
    session_max_duration_in_seconds: asked.sessionMaxDurationInSeconds ?? null,
    expire_at: at + asked.expiresInSeconds * 1000,
    created_at: at,
    updated_at: at,
  }
  const event = eventOf(call, `${kind}.created`, ticket.id, at, { user_id })
  return (await world.tickets.insert(ticket, event)) ? { ...ticket, token } : undefined
}
