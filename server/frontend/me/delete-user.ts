import { Refusal } from '#server/refusal.ts'
import type { ClientCall } from '#server/sessions/client-call.ts'
import { type DeletedUser, removeUser } from '#server/users/delete-user.ts'
import type { World } from '#server/world.ts'
import { actingId } from './acting-user.ts'
import { tellSignOut } from './tell-sign-out.ts'

/** The permission is read while the row is held: an administrator may be taking it away. */
export async function deleteUser(
  world: World,
  _input: object,
  call: ClientCall,
): Promise<Omit<DeletedUser, 'external_id'>> {
  const { object, id, deleted } = await removeUser(world, call, actingId(call), (user) => {
    if (!user.delete_self_enabled) throw new Refusal('delete_self_not_allowed')
  })
  await tellSignOut(world, call)
  return { object, id, deleted }
}
