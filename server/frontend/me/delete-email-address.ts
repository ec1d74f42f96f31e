import type { FrontendInput } from '#contract/frontend/frontend-operation.ts'
import type { deleteEmailAddress as contract } from '#contract/frontend/me/delete-email-address.ts'
import { type DeletedContact, removeContact } from '#server/identifications/remove-contact.ts'
import { Refusal } from '#server/refusal.ts'
import type { ClientCall } from '#server/sessions/client-call.ts'
import { hasPassword } from '#server/users/user.ts'
import type { World } from '#server/world.ts'
import { ownEmailAddress } from './own-email-address.ts'
import { signsInByMail } from './signs-in-by-mail.ts'

export async function deleteEmailAddress(
  world: World,
  input: FrontendInput<typeof contract>,
  call: ClientCall,
): Promise<DeletedContact> {
  const { id } = await ownEmailAddress(world, call, input.email_id)
  return removeContact(world, call, 'email_address', id, {
    notify: true,
    refuse: (user, left) => {
      const loses = signsInByMail(user.identifications) && !signsInByMail(left)
      if (loses && !hasPassword(user)) throw new Refusal('last_first_factor_deletion_failed')
    },
  })
}
