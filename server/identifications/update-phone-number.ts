import type { Input } from '#contract/operation.ts'
import type { updatePhoneNumber as contract } from '#contract/phone-numbers/update-phone-number.ts'
import type { Identification } from '#server/users/user.ts'
import type { Call, World } from '#server/world.ts'
import { updateContact } from './update-contact.ts'

export const updatePhoneNumber = (
  world: World,
  input: Input<typeof contract>,
  call: Call,
): Promise<Identification> =>
  updateContact(world, call, 'phone_number', input.phone_number_id, {
    verified: input.verified,
    primary: input.primary,
    reserved_for_second_factor: input.reserved_for_second_factor,
  })
