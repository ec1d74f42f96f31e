import type { NewEvent } from '#server/events/event.ts'
import type { Client, Session, SessionStatus } from './session.ts'

export interface SessionFilters {
  readonly client_id?: string | undefined
  readonly user_id?: string | undefined
  /** As `statusOf` tells it at the moment of the read. */
  readonly status?: string | undefined
}

export type SessionTouch = Partial<
  Pick<
    Session,
    'last_active_at' | 'latest_activity' | 'last_active_organization_id' | 'abandon_at' | 'updated_at'
  >
>

/** Sessions at rest. They begin with a change of their user: see `UserChange`. */
export interface SessionStore {
  find(id: string): Promise<Session | undefined>
  /** Newest first; equal times are ordered by id in the same direction. */
  list(
    filters: SessionFilters,
    page: { readonly limit: number; readonly offset: number },
    now: number,
  ): Promise<Session[]>
  count(filters: SessionFilters, now: number): Promise<number>
  /** Of one client, in the order of creation, whatever their status. */
  ofClient(clientId: string): Promise<Session[]>
  /** The same of several clients. */
  ofClients(clientIds: readonly string[]): Promise<Session[]>
  /** Ends a session that is live at that moment, once: undefined when it was not live any more. */
  end(
    id: string,
    status: Exclude<SessionStatus, 'active'>,
    at: number,
    event: NewEvent,
  ): Promise<Session | undefined>
  /** Only of a session that is live at that moment: nothing revives another one. */
  touch(id: string, change: SessionTouch, now: number): Promise<Session | undefined>
}

/** Clients at rest. */
export interface ClientStore {
  insert(client: Client): Promise<void>
  find(id: string): Promise<Client | undefined>
  findByTokenHash(hash: string): Promise<Client | undefined>
  /** Newest first; equal times are ordered by id in the same direction. */
  list(page: { readonly limit: number; readonly offset: number }): Promise<Client[]>
  count(): Promise<number>
  change(id: string, change: Partial<Omit<Client, 'id'>>): Promise<Client | undefined>
}
