import type { FrontendInput } from '#contract/frontend/frontend-operation.ts'
import type { updateSignUps as contract } from '#contract/frontend/sign-ups/update-sign-ups.ts'
import { Refusal } from '#server/refusal.ts'
import { type ClientCall, hashToken } from '#server/sessions/client-call.ts'
import { wrongStep } from '#server/sessions/sign-in-access.ts'
import { refuseSecondSession } from '#server/sessions/signed-in-users.ts'
import { advance, refuseUnwelcome } from '#server/sign-ups/advance.ts'
import { readGiven } from '#server/sign-ups/read-given.ts'
import type { SignUp } from '#server/sign-ups/sign-up.ts'
import { openSignUp } from '#server/sign-ups/sign-up-access.ts'
import { invitationOfSignUp } from '#server/sign-ups/ticket-invitation.ts'
import type { World } from '#server/world.ts'

/** Keeps what is told, and makes the account once everything is. */
export async function updateSignUps(
  world: World,
  input: FrontendInput<typeof contract>,
  call: ClientCall,
): Promise<SignUp> {
  const signUp = await openSignUp(world, call, input.sign_up_id)
  await refuseSecondSession(world, call)
  const invited = await invitationOfSignUp(world, signUp)
  if (input.ticket && hashToken(input.ticket) !== invited.invitation.token_hash)
    throw new Refusal('ticket_invalid')
  await refuseUnwelcome(world, signUp)
  const decide = await readGiven(world, signUp, input)
  const changed = await world.signUps.change(signUp.id, ({ given }) => decide(given), world.now())
  if (!changed) throw wrongStep('complete')
  return advance(world, call, changed, invited)
}
