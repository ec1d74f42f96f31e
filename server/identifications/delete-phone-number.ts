import type { Input } from '#contract/operation.ts'
import type { deletePhoneNumber as contract } from '#contract/phone-numbers/delete-phone-number.ts'
import type { Call, World } from '#server/world.ts'
import { type DeletedContact, removeContact } from './remove-contact.ts'

export const deletePhoneNumber = (
  world: World,
  input: Input<typeof contract>,
  call: Call,
): Promise<DeletedContact> => removeContact(world, call, 'phone_number', input.phone_number_id)
