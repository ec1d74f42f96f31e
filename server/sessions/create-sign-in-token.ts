import type { Input } from '#contract/operation.ts'
import type { createSignInToken as contract } from '#contract/sign-in-tokens/create-sign-in-token.ts'
import { unknownUser } from '#server/users/get-user.ts'
import type { Call, World } from '#server/world.ts'
import { firstOrganization } from './first-organization.ts'
import { type IssuedTicket, newTicket } from './new-ticket.ts'

const expiresInSecondsDefault = 30 * 24 * 60 * 60

export async function createSignInToken(
  world: World,
  input: Input<typeof contract>,
  call: Call,
): Promise<IssuedTicket> {
  const organizationId = await firstOrganization(world, input.user_id, 'org_id', input.org_id)
  const ticket = await newTicket(world, call, {
    kind: 'sign_in_token',
    userId: input.user_id,
    organizationId,
    expiresInSeconds: input.expires_in_seconds ?? expiresInSecondsDefault,
  })
  if (!ticket) throw unknownUser(input.user_id)
  return ticket
}
