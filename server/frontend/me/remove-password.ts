import type { FrontendInput } from '#contract/frontend/frontend-operation.ts'
import type { removePassword as contract } from '#contract/frontend/me/remove-password.ts'
import { passwordRemoval } from '#server/credentials/remove-user-password.ts'
import { Refusal } from '#server/refusal.ts'
import type { ClientCall } from '#server/sessions/client-call.ts'
import { changeUser } from '#server/users/change-user.ts'
import { hasPassword, type User } from '#server/users/user.ts'
import type { World } from '#server/world.ts'
import { actingUser } from './acting-user.ts'
import { proveCurrentPassword, refuseChangedMeanwhile } from './current-password.ts'
import { signsInByMail } from './signs-in-by-mail.ts'

export async function removePassword(
  world: World,
  input: FrontendInput<typeof contract>,
  call: ClientCall,
): Promise<User> {
  const before = await actingUser(world, call)
  if (!hasPassword(before)) throw new Refusal('no_password_set')
  if (world.settings.attributes.password.required)
    throw new Refusal('breaks_instance_invariant', { param: 'password' })
  await proveCurrentPassword(world, call, before, input.current_password)
  return changeUser(world, call, before.id, (user) => {
    refuseChangedMeanwhile(before, user)
    if (!signsInByMail(user.identifications)) throw new Refusal('last_first_factor_deletion_failed')
    return passwordRemoval
  })
}
