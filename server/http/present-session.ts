import type { Static } from 'typebox'
import type { ActorToken } from '#contract/actor-tokens/actor-token.ts'
import type { Client as WireClient } from '#contract/clients/client.ts'
import type { getClientList } from '#contract/clients/get-client-list.ts'
import type { getSessionList } from '#contract/sessions/get-session-list.ts'
import type { Session as WireSession } from '#contract/sessions/session.ts'
import type { SignInToken } from '#contract/sign-in-tokens/sign-in-token.ts'
import type { ClientWithSessions } from '#server/sessions/get-client.ts'
import type { ClientList } from '#server/sessions/get-client-list.ts'
import type { SessionList } from '#server/sessions/get-session-list.ts'
import type { IssuedTicket } from '#server/sessions/new-ticket.ts'
import type { Session, SessionActivity } from '#server/sessions/session.ts'
import { statusOf } from '#server/sessions/session-status.ts'
import type { Ticket } from '#server/sessions/ticket-store.ts'
import type { World } from '#server/world.ts'
import type { AnswerText } from './route.ts'

/** What is not known of a device has no key. */
export function activityOf(stored: string | null): WireSession['latest_activity'] {
  if (stored === null) return null
  const { id, is_mobile, ...rest } = JSON.parse(stored) as SessionActivity
  const known = Object.entries(rest).filter(([, value]) => value !== null)
  return { object: 'session_activity', id, is_mobile, ...Object.fromEntries(known) }
}

/** The actor is copied in as the text that it is stored as. */
export function presentSession(session: Session, world: World): AnswerText<WireSession> {
  const tail = {
    status: statusOf(session, world.now()),
    last_active_organization_id: session.last_active_organization_id,
    last_active_at: session.last_active_at,
    latest_activity: activityOf(session.latest_activity),
    expire_at: session.expire_at,
    abandon_at: session.abandon_at,
    created_at: session.created_at,
    updated_at: session.updated_at,
    tasks: null,
  } satisfies Partial<WireSession>
  const { id, user_id, client_id } = session
  const head = JSON.stringify({ object: 'session', id, user_id, client_id }).slice(0, -1)
  return `${head},"actor":${session.actor ?? 'null'},${JSON.stringify(tail).slice(1)}`
}

const presentSessions = (sessions: readonly Session[], world: World): AnswerText<WireSession[]> =>
  `[${sessions.map((session) => presentSession(session, world)).join(',')}]`

/** The official clients ask for the total and read no bare array then, whatever the published file says. */
export const pageOr = (data: string, total: number | undefined) =>
  total === undefined ? data : `{"data":${data},"total_count":${total}}`

export function presentSessionList(
  { sessions, total }: SessionList,
  world: World,
): AnswerText<Static<typeof getSessionList.result>> {
  return pageOr(presentSessions(sessions, world), total)
}

export function presentClient(
  { client, sessions }: ClientWithSessions,
  world: World,
): AnswerText<WireClient> {
  const ids = sessions.map(({ id }) => id)
  const last = client.last_active_session_id
  const head = { object: 'client', id: client.id, session_ids: ids }
  const tail = {
    sign_in_id: client.sign_in_id,
    sign_up_id: client.sign_up_id,
    last_active_session_id: last !== null && ids.includes(last) ? last : null,
    last_authentication_strategy: client.last_authentication_strategy,
    created_at: client.created_at,
    updated_at: client.updated_at,
  } satisfies Partial<WireClient>
  const shown = presentSessions(sessions, world)
  return `${JSON.stringify(head).slice(0, -1)},"sessions":${shown},${JSON.stringify(tail).slice(1)}`
}

export function presentClientList(
  { clients, total }: ClientList,
  world: World,
): AnswerText<Static<typeof getClientList.result>> {
  return pageOr(`[${clients.map((client) => presentClient(client, world)).join(',')}]`, total)
}

const ticketOf = (ticket: Ticket | IssuedTicket, world: World) => {
  const { id, status, user_id, created_at, updated_at } = ticket
  const secret =
    'token' in ticket
      ? { token: ticket.token, url: `${world.publicUrl}/v1/tickets/accept?ticket=${ticket.token}` }
      : {}
  return { id, status, user_id, ...secret, created_at, updated_at }
}

export const presentSignInToken = (ticket: Ticket | IssuedTicket, world: World): AnswerText<SignInToken> =>
  JSON.stringify({ object: 'sign_in_token', ...ticketOf(ticket, world) } satisfies SignInToken)

/** The actor is copied in as the text that it is stored as. */
export function presentActorToken(ticket: Ticket | IssuedTicket, world: World): AnswerText<ActorToken> {
  const rest = { object: 'actor_token', ...ticketOf(ticket, world) } satisfies Omit<ActorToken, 'actor'>
  return `${JSON.stringify(rest).slice(0, -1)},"actor":${ticket.actor}}`
}
