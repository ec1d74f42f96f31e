import type { Input } from '#contract/operation.ts'
import type { getUser as contract } from '#contract/users/get-user.ts'
import { Refusal } from '#server/refusal.ts'
import type { World } from '#server/world.ts'
import type { User } from './user.ts'

export const unknownUser = (id: string) => new Refusal('resource_not_found', { resource: 'user', id })

export async function getUser(world: World, input: Input<typeof contract>): Promise<User> {
  const user = await world.users.find(input.user_id)
  if (!user) throw unknownUser(input.user_id)
  return user
}
