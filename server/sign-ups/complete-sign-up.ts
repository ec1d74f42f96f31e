import { acceptHeld } from '#server/organizations/accept-invitation.ts'
import { withinOrganization } from '#server/organizations/within-organization.ts'
import { Refusal } from '#server/refusal.ts'
import { type ClientCall, renewClient } from '#server/sessions/client-call.ts'
import { wrongStep } from '#server/sessions/sign-in-access.ts'
import { startSession } from '#server/sessions/start-session.ts'
import { refuseTaken } from '#server/users/identifier-taken.ts'
import { newUser } from '#server/users/new-user.ts'
import type { User } from '#server/users/user.ts'
import { eventOf, type World } from '#server/world.ts'
import { asTicketRefusal } from './accept-ticket.ts'
import { identificationsOf } from './missing-fields.ts'
import type { SignUp } from './sign-up.ts'
import { InvitationPassed, type Newcomer, SignUpPassed } from './sign-up-store.ts'
import type { TicketInvitation } from './ticket-invitation.ts'

/** The user whom the sign-up describes. What the invitation says of them is theirs from the first moment on. */
function userOf(world: World, signUp: SignUp, invited: TicketInvitation, now: number): User {
  const { first_name, last_name, unsafe_metadata, legal_accepted_at, has_password } = signUp.given
  const user = newUser(world.settings, signUp.user_id, identificationsOf(signUp, now), now)
  return {
    ...user,
    ...(invited.kind === 'application' ? { public_metadata: invited.invitation.public_metadata } : {}),
    first_name,
    last_name,
    unsafe_metadata,
    legal_accepted_at,
    password_last_updated_at: has_password ? now : null,
  }
}

/** The invitation is consumed and the user is there, or neither; of any number at once one gets through. */
async function bringIn(
  world: World,
  call: ClientCall,
  { kind, invitation }: TicketInvitation,
  newcomer: Newcomer,
): Promise<void> {
  const { id, created_at: now } = newcomer.user
  if (kind === 'application') {
    const accepted = eventOf(call, 'invitation.accepted', invitation.id, now, { user_id: id })
    const events = [...newcomer.events, accepted]
    return world.signUps.bringIn({ ...newcomer, events }, invitation.id)
  }
  await withinOrganization(world, invitation.organization_id, undefined, async (held, roles) => {
    await held.bringIn(newcomer)
    await acceptHeld(held, roles, call, invitation, id, now)
  })
}

/** Everything that was asked for is there: makes the user, and signs them in on this client. */
export async function completeSignUp(
  world: World,
  call: ClientCall,
  signUp: SignUp,
  invited: TicketInvitation,
): Promise<SignUp> {
  const now = world.now()
  const user = userOf(world, signUp, invited, now)
  const events = [eventOf(call, 'user.created', user.id, now, {})]
  const newcomer: Newcomer = { signUpId: signUp.id, user, password: signUp.password, events }
  await refuseTaken(bringIn(world, call, invited, newcomer)).catch((error) => {
    if (error instanceof SignUpPassed) throw wrongStep('complete')
    throw error instanceof InvitationPassed ? new Refusal('ticket_invalid') : asTicketRefusal(error)
  })
  const { session } = await startSession(world, call, {
    userId: user.id,
    clientId: signUp.client_id,
    firstFactorAt: now,
    secondFactorAt: null,
    activity: call.activity,
    organizationId: invited.kind === 'organization' ? invited.invitation.organization_id : null,
    endOthers: world.settings.sessions.single_session_mode ? { clientId: signUp.client_id } : undefined,
  })
  await world.signUps.noteSession(signUp.id, session.id, world.now())
  await renewClient(world, call, {
    last_active_session_id: session.id,
    last_authentication_strategy: 'ticket',
    sign_up_id: signUp.id,
  })
  const outcome = { created_user_id: user.id, created_session_id: session.id, password: null }
  return { ...signUp, ...outcome, status: 'complete' }
}
