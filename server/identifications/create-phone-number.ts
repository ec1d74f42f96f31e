import type { Input } from '#contract/operation.ts'
import type { createPhoneNumber as contract } from '#contract/phone-numbers/create-phone-number.ts'
import type { Identification } from '#server/users/user.ts'
import type { Call, World } from '#server/world.ts'
import { addContact } from './add-contact.ts'

export const createPhoneNumber = (
  world: World,
  input: Input<typeof contract>,
  call: Call,
): Promise<Identification> =>
  addContact(world, call, {
    kind: 'phone_number',
    user_id: input.user_id,
    text: input.phone_number,
    verified: input.verified,
    primary: input.primary,
    reserved_for_second_factor: input.reserved_for_second_factor,
  })
