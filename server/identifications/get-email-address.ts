import type { getEmailAddress as contract } from '#contract/email-addresses/get-email-address.ts'
import type { Input } from '#contract/operation.ts'
import type { Identification } from '#server/users/user.ts'
import type { World } from '#server/world.ts'
import { findContact } from './owned-contact.ts'

export const getEmailAddress = (world: World, input: Input<typeof contract>): Promise<Identification> =>
  findContact(world, 'email_address', input.email_address_id)
