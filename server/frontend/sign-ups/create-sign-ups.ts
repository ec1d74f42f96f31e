import type { FrontendInput } from '#contract/frontend/frontend-operation.ts'
import type { createSignUps as contract } from '#contract/frontend/sign-ups/create-sign-ups.ts'
import { newId } from '#server/ids.ts'
import { Refusal } from '#server/refusal.ts'
import { type ClientCall, changeClient, openClient } from '#server/sessions/client-call.ts'
import { refuseSecondSession } from '#server/sessions/signed-in-users.ts'
import { advance, refuseUnwelcome } from '#server/sign-ups/advance.ts'
import { readGiven } from '#server/sign-ups/read-given.ts'
import { type SignUp, type SignUpGiven, signUpLifetimeMs } from '#server/sign-ups/sign-up.ts'
import { openInvitationOf, type TicketInvitation } from '#server/sign-ups/ticket-invitation.ts'
import { emptyMetadata } from '#server/users/metadata.ts'
import type { World } from '#server/world.ts'

const nothingGiven: SignUpGiven = {
  username: null,
  first_name: null,
  last_name: null,
  unsafe_metadata: emptyMetadata,
  legal_accepted_at: null,
  has_password: false,
}

const newSignUp = ({ kind, invitation }: TicketInvitation, now: number): SignUp => ({
  id: newId('sua', now),
  client_id: '',
  user_id: newId('user', now),
  status: 'missing_requirements',
  email_address: invitation.email_address,
  invitation_kind: kind,
  invitation_id: invitation.id,
  given: nothingGiven,
  password: null,
  created_user_id: null,
  created_session_id: null,
  abandon_at: now + signUpLifetimeMs,
  created_at: now,
  updated_at: now,
})

/** Nobody signs up who was not invited. A failure leaves no client behind. */
export async function createSignUps(
  world: World,
  input: FrontendInput<typeof contract>,
  call: ClientCall,
): Promise<SignUp> {
  await refuseSecondSession(world, call)
  if (!input.ticket && input.strategy === 'ticket')
    throw new Refusal('form_param_missing', { param: 'ticket' })
  if (!input.ticket) throw new Refusal('sign_up_mode_restricted')
  const invited = await openInvitationOf(world, input.ticket)
  const blank = newSignUp(invited, world.now())
  await refuseUnwelcome(world, blank)
  const given = (await readGiven(world, blank, input))(blank.given)
  const client = await openClient(world, call)
  const signUp: SignUp = { ...blank, ...given, client_id: client.id }
  await world.signUps.insert(signUp)
  const advanced = await advance(world, call, signUp, invited)
  if (call.client!.sign_up_id !== signUp.id) await changeClient(world, call, { sign_up_id: signUp.id })
  return advanced
}
