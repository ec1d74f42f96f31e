import type { FrontendInput } from '#contract/frontend/frontend-operation.ts'
import type { attemptSignInFactorOne as contract } from '#contract/frontend/sign-ins/attempt-sign-in-factor-one.ts'
import { Refusal } from '#server/refusal.ts'
import type { ClientCall } from '#server/sessions/client-call.ts'
import { proceed } from '#server/sessions/proceed.ts'
import { proveEmailCode, provePassword } from '#server/sessions/prove-first-factor.ts'
import { redeemTicket } from '#server/sessions/redeem-ticket.ts'
import type { SignIn } from '#server/sessions/sign-in.ts'
import { signInAt } from '#server/sessions/sign-in-access.ts'
import type { SignInChange } from '#server/sessions/sign-in-store.ts'
import type { World } from '#server/world.ts'

/** A ticket is of one user: it proves nothing in an attempt that is about another one. */
async function proveTicket(
  world: World,
  call: ClientCall,
  signIn: SignIn,
  token: string | null | undefined,
): Promise<SignInChange> {
  const { proof } = await redeemTicket(world, call, token, signIn.user_id ?? '')
  return proof
}

export async function attemptSignInFactorOne(
  world: World,
  input: FrontendInput<typeof contract>,
  call: ClientCall,
): Promise<SignIn> {
  const signIn = await signInAt(world, call, input.sign_in_id, 'needs_first_factor')
  const prove = (): Promise<SignInChange> => {
    if (input.strategy === 'password') return provePassword(world, call, signIn, input.password)
    if (input.strategy === 'email_code') return proveEmailCode(world, call, signIn, input.code)
    if (input.strategy === 'ticket') return proveTicket(world, call, signIn, input.ticket)
    throw new Refusal('strategy_for_user_invalid')
  }
  return proceed(world, call, signIn, await prove())
}
