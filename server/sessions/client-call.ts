import { createHash, randomBytes } from 'node:crypto'
import { newId } from '#server/ids.ts'
import type { SeenMembership } from '#server/organizations/seen-memberships.ts'
import { Refusal } from '#server/refusal.ts'
import type { Call, World } from '#server/world.ts'
import type { Client, Session, SessionActivity } from './session.ts'

/** One request of the Frontend API, as a verb sees it. */
export interface ClientCall extends Call {
  /** The client that has proved itself by its token; undefined for a browser that was never here. */
  client: Client | undefined
  /** A new token that the answer hands to the client. */
  token?: string
  /** When this call signed somebody in; 0 when it signed the last one out. Unix milliseconds. */
  changedAt?: number
  /** The live session that acts. */
  readonly session: Session | undefined
  /** The origin of the page that asks: an allowed one. Undefined for apps and servers. */
  readonly origin: string | undefined
  readonly activity: SessionActivity
  /** By the id of users, what the answer tells of their memberships: read once, when all is written. */
  memberships?: Map<string, readonly SeenMembership[]>
}

const tokenBytes = 32
export const newToken = (): string => randomBytes(tokenBytes).toString('base64url')

/** Only this is stored, so that what lies in the database proves nothing. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex')

/** The client that holds the token. */
export const clientOf = (world: World, token: string): Promise<Client | undefined> =>
  world.clients.findByTokenHash(hashToken(token))

/** The client of this call, made when there was none. */
export async function openClient(world: World, call: ClientCall): Promise<Client> {
  if (call.client) return call.client
  const token = newToken()
  const now = world.now()
  const client: Client = {
    id: newId('client', now),
    token_hash: hashToken(token),
    last_active_session_id: null,
    sign_in_id: null,
    sign_up_id: null,
    last_authentication_strategy: null,
    created_at: now,
    updated_at: now,
  }
  await world.clients.insert(client)
  call.client = client
  call.token = token
  return client
}

/** Writes to the client of this call, which sees the outcome. */
export async function changeClient(
  world: World,
  call: ClientCall,
  change: Partial<Omit<Client, 'id'>>,
): Promise<Client> {
  const { id } = call.client!
  const client = await world.clients.change(id, { ...change, updated_at: world.now() })
  if (!client) throw new Refusal('authentication_invalid')
  call.client = client
  return client
}

/**
 * Gives the client another token when somebody signs in on it, with whatever else changes: who planted the old
 * one in a stranger's browser holds nothing.
 */
export async function renewClient(
  world: World,
  call: ClientCall,
  change: Partial<Omit<Client, 'id'>>,
): Promise<Client> {
  const token = newToken()
  const client = await changeClient(world, call, { ...change, token_hash: hashToken(token) })
  call.token = token
  call.changedAt = world.now()
  return client
}

/** Takes the client's token away: nobody holds one that fits any more. */
export async function forgetClient(world: World, call: ClientCall): Promise<void> {
  await changeClient(world, call, { token_hash: hashToken(newToken()) })
  call.client = undefined
  call.token = ''
}
