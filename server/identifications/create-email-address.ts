import type { createEmailAddress as contract } from '#contract/email-addresses/create-email-address.ts'
import type { Input } from '#contract/operation.ts'
import type { Identification } from '#server/users/user.ts'
import type { Call, World } from '#server/world.ts'
import { addContact } from './add-contact.ts'

export const createEmailAddress = (
  world: World,
  input: Input<typeof contract>,
  call: Call,
): Promise<Identification> =>
  addContact(world, call, {
    kind: 'email_address',
    user_id: input.user_id,
    text: input.email_address,
    verified: input.verified,
    primary: input.primary,
    notify: input.notify_primary_email_address_changed,
  })
