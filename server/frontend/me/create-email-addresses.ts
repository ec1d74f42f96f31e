import type { FrontendInput } from '#contract/frontend/frontend-operation.ts'
import type { createEmailAddresses as contract } from '#contract/frontend/me/create-email-addresses.ts'
import { addContact } from '#server/identifications/add-contact.ts'
import type { ClientCall } from '#server/sessions/client-call.ts'
import type { World } from '#server/world.ts'
import { actingId } from './acting-user.ts'
import type { OwnEmailAddress } from './own-email-address.ts'

/** Whether somebody else has the address is told only to those who can read its mail. */
export const createEmailAddresses = async (
  world: World,
  input: FrontendInput<typeof contract>,
  call: ClientCall,
): Promise<OwnEmailAddress> => ({
  own: await addContact(world, call, {
    kind: 'email_address',
    user_id: actingId(call),
    text: input.email_address,
  }),
})
