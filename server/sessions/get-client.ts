import type { getClient as contract } from '#contract/clients/get-client.ts'
import type { Input } from '#contract/operation.ts'
import { Refusal } from '#server/refusal.ts'
import type { World } from '#server/world.ts'
import type { Client, Session } from './session.ts'
import { isLive } from './session-status.ts'

export interface ClientWithSessions {
  readonly client: Client
  readonly sessions: readonly Session[]
}

export async function getClient(world: World, input: Input<typeof contract>): Promise<ClientWithSessions> {
  const id = input.client_id
  const client = await world.clients.find(id)
  if (!client) throw new Refusal('resource_not_found', { resource: 'client', id })
  const now = world.now()
  const sessions = await world.sessions.ofClient(id)
  return { client, sessions: sessions.filter((session) => isLive(session, now)) }
}
