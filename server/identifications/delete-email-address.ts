import type { deleteEmailAddress as contract } from '#contract/email-addresses/delete-email-address.ts'
import type { Input } from '#contract/operation.ts'
import type { Call, World } from '#server/world.ts'
import { type DeletedContact, removeContact } from './remove-contact.ts'

export const deleteEmailAddress = (
  world: World,
  input: Input<typeof contract>,
  call: Call,
): Promise<DeletedContact> => removeContact(world, call, 'email_address', input.email_address_id)
