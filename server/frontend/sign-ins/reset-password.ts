import type { FrontendInput } from '#contract/frontend/frontend-operation.ts'
import type { resetPassword as contract } from '#contract/frontend/sign-ins/reset-password.ts'
import { comparablePassword } from '#server/credentials/check-password.ts'
import { readNewPassword, storePassword } from '#server/credentials/new-password.ts'
import { Refusal, refuseAny } from '#server/refusal.ts'
import type { ClientCall } from '#server/sessions/client-call.ts'
import { proceed } from '#server/sessions/proceed.ts'
import { userToProve } from '#server/sessions/prove-first-factor.ts'
import { isOutdated, type SignIn } from '#server/sessions/sign-in.ts'
import { signInAt, wrongStep } from '#server/sessions/sign-in-access.ts'
import { changeUser } from '#server/users/change-user.ts'
import type { User } from '#server/users/user.ts'
import type { World } from '#server/world.ts'

async function refuseOldPassword(world: World, user: User, password: string): Promise<void> {
  const old = await comparablePassword(world, user)
  if (!(old instanceof Refusal) && (await world.hashing.verify(old.verifier, password)))
    throw new Refusal('form_password_compromised', { param: 'password' })
}

/** Replaces a compromised password after all factors were proved; of several at once one does. */
export async function resetPassword(
  world: World,
  input: FrontendInput<typeof contract>,
  call: ClientCall,
): Promise<SignIn> {
  const { password } = input
  const signIn = await signInAt(world, call, input.sign_in_id, 'needs_new_password')
  const user = (await userToProve(world, signIn))!
  if (isOutdated(user, signIn)) throw new Refusal('verification_expired')
  const { given, problems } = await readNewPassword(world, { password }, async () =>
    user.identifications.map(({ normalized }) => normalized),
  )
  refuseAny(problems)
  await refuseOldPassword(world, user, password)
  const stored = await storePassword(world, user.id, given!)
  const now = world.now()
  await changeUser(world, call, user.id, ({ password_compromised_at }) => {
    if (password_compromised_at === null) throw wrongStep('complete')
    return {
      password: stored,
      attributes: { password_last_updated_at: now, password_compromised_at: null },
      changed: ['password'],
      endsSessions: input.sign_out_of_other_sessions ?? false,
    }
  })
  return proceed(world, call, signIn, {})
}
