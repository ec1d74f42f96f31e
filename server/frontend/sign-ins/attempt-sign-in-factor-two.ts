import type { FrontendInput } from '#contract/frontend/frontend-operation.ts'
import type { attemptSignInFactorTwo as contract } from '#contract/frontend/sign-ins/attempt-sign-in-factor-two.ts'
import { checkBackupCode, checkTotp } from '#server/credentials/check-second-factor.ts'
import { Refusal } from '#server/refusal.ts'
import type { ClientCall } from '#server/sessions/client-call.ts'
import { proceed } from '#server/sessions/proceed.ts'
import { noteFailure, userToProve } from '#server/sessions/prove-first-factor.ts'
import { isOutdated, type SignIn } from '#server/sessions/sign-in.ts'
import { signInAt } from '#server/sessions/sign-in-access.ts'
import type { World } from '#server/world.ts'

const checks = { totp: checkTotp, backup_code: checkBackupCode } as const
const isStrategy = (strategy: string): strategy is keyof typeof checks => Object.hasOwn(checks, strategy)

/**
 * The second step, after the first one of the same attempt. A user whose second factors have gone in between begins
 * anew: what was proved then was proved for a user with two steps.
 */
export async function attemptSignInFactorTwo(
  world: World,
  input: FrontendInput<typeof contract>,
  call: ClientCall,
): Promise<SignIn> {
  const { strategy } = input
  const signIn = await signInAt(world, call, input.sign_in_id, 'needs_second_factor')
  const user = (await userToProve(world, signIn))!
  if (isOutdated(user, signIn)) throw new Refusal('verification_expired')
  if (!isStrategy(strategy)) throw new Refusal('strategy_for_user_invalid')
  const checked = await checks[strategy](world, call, user.id, input.code)
  if (checked === 'none') throw new Refusal('strategy_for_user_invalid')
  if (checked === 'wrong') {
    await noteFailure(world, call, signIn, user, strategy)
    throw new Refusal('form_code_incorrect', { param: 'code' })
  }
  return proceed(world, call, signIn, { second_factor: { strategy, verified_at: world.now() } })
}
