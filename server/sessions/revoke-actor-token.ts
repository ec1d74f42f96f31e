import type { revokeActorToken as contract } from '#contract/actor-tokens/revoke-actor-token.ts'
import type { Input } from '#contract/operation.ts'
import type { Call, World } from '#server/world.ts'
import { revokeTicket } from './revoke-ticket.ts'
import type { Ticket } from './ticket-store.ts'

export const revokeActorToken = (world: World, input: Input<typeof contract>, call: Call): Promise<Ticket> =>
  revokeTicket(world, call, 'actor_token', input.actor_token_id)
