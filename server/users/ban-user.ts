import type { Input } from '#contract/operation.ts'
import type { banUser as contract } from '#contract/users/ban-user.ts'
import type { Call, World } from '#server/world.ts'
import { bannedChange, refuseWithoutBans } from './bans.ts'
import { changeUser } from './change-user.ts'
import type { User } from './user.ts'

export async function banUser(world: World, input: Input<typeof contract>, call: Call): Promise<User> {
  refuseWithoutBans(world)
  return changeUser(world, call, input.user_id, bannedChange)
}
