import type { Input } from '#contract/operation.ts'
import type { getUsersCount as contract } from '#contract/users/get-users-count.ts'
import type { World } from '#server/world.ts'
import { readFilters } from './user-filters.ts'

/** How long the list with the same filters would be. */
export const getUsersCount = (world: World, input: Input<typeof contract>): Promise<number> =>
  world.users.count(readFilters(input))
