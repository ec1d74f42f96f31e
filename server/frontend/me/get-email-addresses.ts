import type { ClientCall } from '#server/sessions/client-call.ts'
import { type Identification, identificationsOf } from '#server/users/user.ts'
import type { World } from '#server/world.ts'
import { actingUser } from './acting-user.ts'

export const getEmailAddresses = async (
  world: World,
  _input: object,
  call: ClientCall,
): Promise<Identification[]> => identificationsOf(await actingUser(world, call), 'email_address')
