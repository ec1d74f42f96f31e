import type { Input } from '#contract/operation.ts'
import type { replaceUserPhoneNumber as contract } from '#contract/users/replace-user-phone-number.ts'
import type { Identification } from '#server/users/user.ts'
import type { Call, World } from '#server/world.ts'
import { replaceContacts } from './replace-contacts.ts'

export const replaceUserPhoneNumber = (
  world: World,
  input: Input<typeof contract>,
  call: Call,
): Promise<Identification> =>
  replaceContacts(world, call, {
    kind: 'phone_number',
    user_id: input.user_id,
    text: input.phone_number,
    status: input.identification_status ?? 'verified',
  })
