import { Refusal } from '#server/refusal.ts'
import { type Call, eventOf, type World } from '#server/world.ts'
import type { Ticket, TicketKind } from './ticket-store.ts'

/** One that was used signs nobody in a second time anyway, and to say that it was revoked would hide its use. */
export async function revokeTicket(world: World, call: Call, kind: TicketKind, id: string): Promise<Ticket> {
  const at = world.now()
  const found = await world.tickets.find(kind, id)
  if (!found) throw new Refusal('resource_not_found', { resource: kind.replaceAll('_', ' '), id })
  const event = eventOf(call, `${kind}.revoked`, id, at, { user_id: found.user_id })
  const revoked = await world.tickets.revoke(kind, id, at, event)
  if (revoked) return revoked
  const status = (await world.tickets.find(kind, id))?.status ?? found.status
  throw new Refusal(`${kind}_cannot_be_revoked_code`, { status })
}
