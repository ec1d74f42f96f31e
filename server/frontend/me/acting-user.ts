import { Refusal } from '#server/refusal.ts'
import type { ClientCall } from '#server/sessions/client-call.ts'
import type { User } from '#server/users/user.ts'
import type { World } from '#server/world.ts'

/** The id of the user whose session acts. */
export const actingId = (call: ClientCall): string => call.session!.user_id

export async function actingUser(world: World, call: ClientCall): Promise<User> {
  const user = await world.users.find(actingId(call))
  if (!user) throw new Refusal('authentication_invalid')
  return user
}
