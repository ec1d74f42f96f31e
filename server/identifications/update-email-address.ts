import type { updateEmailAddress as contract } from '#contract/email-addresses/update-email-address.ts'
import type { Input } from '#contract/operation.ts'
import type { Identification } from '#server/users/user.ts'
import type { Call, World } from '#server/world.ts'
import { updateContact } from './update-contact.ts'

export const updateEmailAddress = (
  world: World,
  input: Input<typeof contract>,
  call: Call,
): Promise<Identification> =>
  updateContact(world, call, 'email_address', input.email_address_id, {
    verified: input.verified,
    primary: input.primary,
    notify: input.notify_primary_email_address_changed,
  })
