import type { FastifyInstance } from 'fastify'
import { Refusal } from '#server/refusal.ts'
import { accountInvited, invitationOf } from '#server/sign-ups/ticket-invitation.ts'
import type { World } from '#server/world.ts'
import type { ListenerOptions } from '../listener-options.ts'
import { parseQuery } from '../read-query.ts'

const ticketLengthMax = 2048

interface Destination {
  readonly page: string
  readonly status: 'sign_in' | 'sign_up'
  /** The setting that names the page where the invitation does not. */
  readonly setting: 'sign_in_url' | 'sign_up_url'
}

/** Of an invitation: its own page, which takes it to either end. Of any other ticket: the page for signing in. */
async function destinationOf(world: World, ticket: string): Promise<Destination> {
  const { display } = world.settings
  const invited = await invitationOf(world, ticket)
  if (!invited) return { page: display.sign_in_url, status: 'sign_in', setting: 'sign_in_url' }
  if (!invited.isOpen) throw new Refusal('ticket_invalid')
  const status = (await accountInvited(world, invited)) ? 'sign_in' : 'sign_up'
  const setting = `${status}_url` as const
  return { page: invited.invitation.redirect_url ?? display[setting], status, setting }
}

/**
 * Where the link of a ticket leads. A browser, or a mail server that looks at links, opens it by itself, without an
 * Origin, so that nothing happens here: the page redeems the ticket. It is the page of the settings or of the
 * invitation, never one that the request names.
 */
export function addAcceptTicket(app: FastifyInstance, { world }: ListenerOptions): void {
  app.get('/v1/tickets/accept', async (request, reply) => {
    const ticket = parseQuery(request.raw.url ?? '').get('ticket')?.[0] ?? ''
    if (ticket === '' || ticket.length > ticketLengthMax) throw new Refusal('ticket_invalid')
    const { page, status, setting } = await destinationOf(world, ticket)
    if (!URL.canParse(page)) throw new Refusal('ticket_page_missing', { setting })
    const target = new URL(page)
    target.searchParams.set('__clerk_ticket', ticket)
    target.searchParams.set('__clerk_status', status)
    return reply
      .headers({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' })
      .redirect(target.href, 303)
  })
}
