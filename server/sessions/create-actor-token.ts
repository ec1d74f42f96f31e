import type { createActorToken as contract } from '#contract/actor-tokens/create-actor-token.ts'
import type { Input } from '#contract/operation.ts'
import type { JsonText } from '#contract/shapes.ts'
import { Refusal } from '#server/refusal.ts'
import { unknownUser } from '#server/users/get-user.ts'
import type { Call, World } from '#server/world.ts'
import { type IssuedTicket, newTicket } from './new-ticket.ts'

const expiresInSecondsDefault = 60 * 60
const sessionDurationInSecondsDefault = 30 * 60

/** It becomes a part of every session token, and a cookie holds 4096 bytes. */
const actorBytesMax = 1024

function refuseActor(actor: JsonText): void {
  const { sub } = JSON.parse(actor)
  if (typeof sub !== 'string' || sub === '') throw new Refusal('form_param_missing', { param: 'actor.sub' })
  if (Buffer.byteLength(actor) > actorBytesMax)
    throw new Refusal('form_param_value_invalid', {
      param: 'actor',
      problem: `must not exceed ${actorBytesMax} bytes of JSON`,
    })
}

export async function createActorToken(
  world: World,
  input: Input<typeof contract>,
  call: Call,
): Promise<IssuedTicket> {
  refuseActor(input.actor)
  const ticket = await newTicket(world, call, {
    kind: 'actor_token',
    userId: input.user_id,
    expiresInSeconds: input.expires_in_seconds ?? expiresInSecondsDefault,
    actor: input.actor,
    sessionMaxDurationInSeconds: input.session_max_duration_in_seconds ?? sessionDurationInSecondsDefault,
  })
  if (!ticket) throw unknownUser(input.user_id)
  return ticket
}
