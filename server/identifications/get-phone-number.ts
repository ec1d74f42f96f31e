import type { Input } from '#contract/operation.ts'
import type { getPhoneNumber as contract } from '#contract/phone-numbers/get-phone-number.ts'
import type { Identification } from '#server/users/user.ts'
import type { World } from '#server/world.ts'
import { findContact } from './owned-contact.ts'

export const getPhoneNumber = (world: World, input: Input<typeof contract>): Promise<Identification> =>
  findContact(world, 'phone_number', input.phone_number_id)
