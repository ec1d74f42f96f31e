import type { ClientCall } from '#server/sessions/client-call.ts'
import { identifierTaken } from '#server/users/identifier-taken.ts'
import { parseEmailAddress } from '#server/users/identifiers.ts'
import { refuseRestricted } from '#server/users/restrictions.ts'
import type { World } from '#server/world.ts'
import { completeSignUp } from './complete-sign-up.ts'
import { identificationsOf, missingFields } from './missing-fields.ts'
import type { SignUp } from './sign-up.ts'
import type { TicketInvitation } from './ticket-invitation.ts'

/** Whoever has an account already signs in; whoever is kept out stays out, invited or not. */
export async function refuseUnwelcome(world: World, signUp: SignUp): Promise<void> {
  await refuseRestricted(world, identificationsOf(signUp, world.now()), { invited: true })
  const { normalized } = parseEmailAddress(signUp.email_address)!
  if ((await world.users.claimantOf('email_address', normalized)) !== undefined)
    throw identifierTaken('email_address')
}

/** Makes the account as soon as nothing is missing. */
export const advance = async (
  world: World,
  call: ClientCall,
  signUp: SignUp,
  invited: TicketInvitation,
): Promise<SignUp> =>
  missingFields(signUp, world.settings).length > 0 ? signUp : completeSignUp(world, call, signUp, invited)
