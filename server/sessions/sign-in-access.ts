import { Refusal } from '#server/refusal.ts'
import type { World } from '#server/world.ts'
import type { ClientCall } from './client-call.ts'
import { type SignIn, type SignInStatus, signInStatusOf } from './sign-in.ts'

export const unknownSignIn = (id: string) => new Refusal('sign_in_not_found', { id })

/** The attempt is not where the request would have it: before that step, behind it, or at its end. */
export const wrongStep = (status: string) => new Refusal('client_state_invalid', { status })

/** An attempt of the client of this call: to any other client it does not exist. */
export async function ownSignIn(world: World, call: ClientCall, id: string): Promise<SignIn> {
  const signIn = await world.signIns.find(id)
  if (!signIn || signIn.client_id !== call.client!.id) throw unknownSignIn(id)
  return signIn
}

/** The same for a step, which only the client's newest attempt can take, and only where it stands. */
export async function signInAt(
  world: World,
  call: ClientCall,
  id: string,
  step: SignInStatus,
): Promise<SignIn> {
  const signIn = await ownSignIn(world, call, id)
  if (call.client!.sign_in_id !== id) throw new Refusal('sign_in_superseded')
  const status = signInStatusOf(signIn, world.now())
  if (status !== step) throw wrongStep(status)
  return signIn
}
