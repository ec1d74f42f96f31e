import type { Input } from '#contract/operation.ts'
import type { revokeSignInToken as contract } from '#contract/sign-in-tokens/revoke-sign-in-token.ts'
import type { Call, World } from '#server/world.ts'
import { revokeTicket } from './revoke-ticket.ts'
import type { Ticket } from './ticket-store.ts'

export const revokeSignInToken = (world: World, input: Input<typeof contract>, call: Call): Promise<Ticket> =>
  revokeTicket(world, call, 'sign_in_token', input.sign_in_token_id)
