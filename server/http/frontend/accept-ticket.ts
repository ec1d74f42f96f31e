import type { FastifyInstance } from 'fastify'
import { Refusal } from '#server/refusal.ts'
import type { ListenerOptions } from '../listener-options.ts'
import { parseQuery } from '../read-query.ts'

const ticketLengthMax = 2048

/**
 * Where the link of a ticket leads. A browser opens it by itself, without an Origin, so that nothing happens here: the
 * page for signing in redeems the ticket. It is the page of the settings, never one that the request names.
 */
export function addAcceptTicket(app: FastifyInstance, { world }: ListenerOptions): void {
  app.get('/v1/tickets/accept', (request, reply) => {
    const ticket = parseQuery(request.raw.url ?? '').get('ticket')?.[0] ?? ''
    if (ticket === '' || ticket.length > ticketLengthMax) throw new Refusal('ticket_invalid')
    const { sign_in_url } = world.settings.display
    if (!URL.canParse(sign_in_url)) throw new Refusal('ticket_page_missing')
    const page = new URL(sign_in_url)
    page.searchParams.set('__clerk_ticket', ticket)
    page.searchParams.set('__clerk_status', 'sign_in')
    return reply
      .headers({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' })
      .redirect(page.href, 303)
  })
}
