import type { Input } from '#contract/operation.ts'
import type { unbanUser as contract } from '#contract/users/unban-user.ts'
import type { Call, World } from '#server/world.ts'
import { unbannedChange } from './bans.ts'
import { changeUser } from './change-user.ts'
import type { User } from './user.ts'

export const unbanUser = (world: World, input: Input<typeof contract>, call: Call): Promise<User> =>
  changeUser(world, call, input.user_id, unbannedChange)
