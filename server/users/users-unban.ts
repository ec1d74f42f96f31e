import type { Input } from '#contract/operation.ts'
import type { usersUnban as contract } from '#contract/users/users-unban.ts'
import type { Call, World } from '#server/world.ts'
import { bulkIds, unbannedChange } from './bans.ts'
import { changeUsers } from './change-user.ts'
import type { User } from './user.ts'

export const usersUnban = async (world: World, input: Input<typeof contract>, call: Call): Promise<User[]> =>
  changeUsers(world, call, bulkIds(input.user_ids), unbannedChange)
