import type { FrontendInput } from '#contract/frontend/frontend-operation.ts'
import type { prepareSignInFactorOne as contract } from '#contract/frontend/sign-ins/prepare-sign-in-factor-one.ts'
import { Refusal } from '#server/refusal.ts'
import type { ClientCall } from '#server/sessions/client-call.ts'
import { mailSignInCode } from '#server/sessions/mail-sign-in-code.ts'
import type { SignIn } from '#server/sessions/sign-in.ts'
import { signInAt } from '#server/sessions/sign-in-access.ts'
import type { World } from '#server/world.ts'

/** Nothing but mailed codes needs to be prepared. */
export async function prepareSignInFactorOne(
  world: World,
  input: FrontendInput<typeof contract>,
  call: ClientCall,
): Promise<SignIn> {
  const signIn = await signInAt(world, call, input.sign_in_id, 'needs_first_factor')
  if (input.strategy !== 'email_code') throw new Refusal('strategy_for_user_invalid')
  return mailSignInCode(world, call, signIn, input.email_address_id)
}
