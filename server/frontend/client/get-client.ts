import type { ClientCall } from '#server/sessions/client-call.ts'
import type { Client } from '#server/sessions/session.ts'
import type { World } from '#server/world.ts'

/** The client of the call, if there is one. */
export const getClient = (_world: World, _input: object, call: ClientCall): Client | undefined => call.client
