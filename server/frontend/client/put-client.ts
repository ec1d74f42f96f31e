import { type ClientCall, openClient } from '#server/sessions/client-call.ts'
import type { Client } from '#server/sessions/session.ts'
import type { World } from '#server/world.ts'

/** The client of the call, made when there was none. */
export const putClient = (world: World, _input: object, call: ClientCall): Promise<Client> =>
  openClient(world, call)
