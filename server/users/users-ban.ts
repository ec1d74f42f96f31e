import type { Input } from '#contract/operation.ts'
import type { usersBan as contract } from '#contract/users/users-ban.ts'
import type { Call, World } from '#server/world.ts'
import { bannedChange, bulkIds, refuseWithoutBans } from './bans.ts'
import { changeUsers } from './change-user.ts'
import type { User } from './user.ts'

export async function usersBan(world: World, input: Input<typeof contract>, call: Call): Promise<User[]> {
  refuseWithoutBans(world)
  return changeUsers(world, call, bulkIds(input.user_ids), bannedChange)
}
