import type { Input } from '#contract/operation.ts'
import type { verifyPassword as contract } from '#contract/users/verify-password.ts'
import { Refusal } from '#server/refusal.ts'
import { refuseLocked } from '#server/users/attempts.ts'
import { getUser } from '#server/users/get-user.ts'
import type { Call, World } from '#server/world.ts'
import { checkPassword, comparablePassword } from './check-password.ts'

export interface Verified {
  readonly verified: true
}

/** Answers for the right password only; everything else is a refusal, most of them before an attempt is taken. */
export async function verifyPassword(
  world: World,
  input: Input<typeof contract>,
  call: Call,
): Promise<Verified> {
  const user = await getUser(world, input)
  refuseLocked(world, user)
  const comparable = await comparablePassword(world, user)
  if (comparable instanceof Refusal) throw comparable
  const counts = world.settings.user_lockout.verify_password_counts
  if (!(await checkPassword(world, call, user.id, comparable, input.password, counts)))
    throw new Refusal('incorrect_password')
  return { verified: true }
}
