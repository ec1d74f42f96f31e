import type { ClientCall } from '#server/sessions/client-call.ts'
import type { User } from '#server/users/user.ts'
import type { World } from '#server/world.ts'
import { actingUser } from './acting-user.ts'

export const getUser = (world: World, _input: object, call: ClientCall): Promise<User> =>
  actingUser(world, call)
