import { Refusal } from '#server/refusal.ts'
import type { ClientCall } from '#server/sessions/client-call.ts'
import { wrongStep } from '#server/sessions/sign-in-access.ts'
import type { World } from '#server/world.ts'
import { type SignUp, signUpStatusOf } from './sign-up.ts'

/** A sign-up of the client of this call: to any other client it does not exist. */
export async function ownSignUp(world: World, call: ClientCall, id: string): Promise<SignUp> {
  const signUp = await world.signUps.find(id)
  if (!signUp || signUp.client_id !== call.client!.id) throw new Refusal('sign_up_not_found', { id })
  return signUp
}

/** The same to go on with it, which only the client's newest one can. */
export async function openSignUp(world: World, call: ClientCall, id: string): Promise<SignUp> {
  const signUp = await ownSignUp(world, call, id)
  if (call.client!.sign_up_id !== id) throw new Refusal('sign_up_superseded')
  const status = signUpStatusOf(signUp, world.now())
  if (status !== 'missing_requirements') throw wrongStep(status)
  return signUp
}
