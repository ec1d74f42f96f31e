import type { Input } from '#contract/operation.ts'
import type { replaceUserEmailAddress as contract } from '#contract/users/replace-user-email-address.ts'
import type { Identification } from '#server/users/user.ts'
import type { Call, World } from '#server/world.ts'
import { replaceContacts } from './replace-contacts.ts'

export const replaceUserEmailAddress = (
  world: World,
  input: Input<typeof contract>,
  call: Call,
): Promise<Identification> =>
  replaceContacts(world, call, {
    kind: 'email_address',
    user_id: input.user_id,
    text: input.email_address,
    status: input.identification_status ?? 'verified',
    notify: input.notify_primary_email_address_changed,
  })
