import { checkPassword, comparablePassword } from '#server/credentials/check-password.ts'
import { Refusal } from '#server/refusal.ts'
import type { ClientCall } from '#server/sessions/client-call.ts'
import { refuseLocked } from '#server/users/attempts.ts'
import type { User } from '#server/users/user.ts'
import type { World } from '#server/world.ts'

const wrong = () => new Refusal('form_password_incorrect', { param: 'current_password' })

/** Whoever has found a browser open does not know it: a guess takes an attempt, as at the sign-in. */
export async function proveCurrentPassword(
  world: World,
  call: ClientCall,
  user: User,
  current: string | null | undefined,
): Promise<void> {
  if (!current) throw new Refusal('form_param_missing', { param: 'current_password' })
  refuseLocked(world, user)
  const comparable = await comparablePassword(world, user)
  if (comparable instanceof Refusal) throw comparable
  if (!(await checkPassword(world, call, user.id, comparable, current, true))) throw wrong()
}

/** Throws unless the password is still the one that was proved: another request may have changed it meanwhile. */
export function refuseChangedMeanwhile(before: User, now: User): void {
  if (before.password_last_updated_at !== now.password_last_updated_at) throw wrong()
}
