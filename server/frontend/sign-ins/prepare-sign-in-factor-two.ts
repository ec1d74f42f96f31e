import type { FrontendInput } from '#contract/frontend/frontend-operation.ts'
import type { prepareSignInFactorTwo as contract } from '#contract/frontend/sign-ins/prepare-sign-in-factor-two.ts'
import { Refusal } from '#server/refusal.ts'
import type { ClientCall } from '#server/sessions/client-call.ts'
import type { SignIn } from '#server/sessions/sign-in.ts'
import { signInAt } from '#server/sessions/sign-in-access.ts'
import type { World } from '#server/world.ts'

/** Codes of apps and backup codes are there already, and nothing else is a second factor here. */
export async function prepareSignInFactorTwo(
  world: World,
  input: FrontendInput<typeof contract>,
  call: ClientCall,
): Promise<SignIn> {
  await signInAt(world, call, input.sign_in_id, 'needs_second_factor')
  const strategy = input.strategy ?? ''
  if (['totp', 'backup_code'].includes(strategy)) throw new Refusal('verification_strategy_invalid')
  throw new Refusal('no_second_factors', { strategy })
}
