import type { getClientList as contract } from '#contract/clients/get-client-list.ts'
import type { Input } from '#contract/operation.ts'
import { pageOf } from '#server/read-page.ts'
import type { World } from '#server/world.ts'
import type { ClientWithSessions } from './get-client.ts'
import { isLive } from './session-status.ts'

export interface ClientList {
  readonly clients: readonly ClientWithSessions[]
  /** Only where it was asked for. */
  readonly total: number | undefined
}

export async function getClientList(world: World, input: Input<typeof contract>): Promise<ClientList> {
  const total = input.paginated ? await world.clients.count() : undefined
  const listed = await world.clients.list(pageOf(input))
  const now = world.now()
  const sessions = await world.sessions.ofClients(listed.map(({ id }) => id))
  const live = sessions.filter((session) => isLive(session, now))
  const clients = listed.map((client) => ({
    client,
    sessions: live.filter(({ client_id }) => client_id === client.id),
  }))
  return { clients, total }
}
