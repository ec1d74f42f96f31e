import { Refusal } from '#server/refusal.ts'
import { changeUser } from '#server/users/change-user.ts'
import { identifierTaken } from '#server/users/identifier-taken.ts'
import type { Identification } from '#server/users/user.ts'
import type { Call, World } from '#server/world.ts'
import { type ContactKind, contacts, newContact } from './contact.ts'
import { contactChange } from './contact-change.ts'
import { contactOf } from './owned-contact.ts'

interface NewContact {
  readonly kind: ContactKind
  readonly user_id: string
  /** Undefined where the instance has no such attribute. */
  readonly text: string | undefined
  readonly verified?: boolean | null
  readonly primary?: boolean | null
  readonly reserved_for_second_factor?: boolean | null
  readonly notify?: boolean | null
}

/** Only a verified one can be primary or a second factor. */
function refuseUnverified({ verified, primary, reserved_for_second_factor }: NewContact): void {
  if (verified) return
  if (primary) throw new Refusal('form_verification_needed', { param: 'primary' })
  if (reserved_for_second_factor) throw new Refusal('identification_create_second_factor_unverified')
}

export async function addContact(world: World, call: Call, input: NewContact): Promise<Identification> {
  const now = world.now()
  const { kind, verified } = input
  const contact = {
    ...(await newContact(world, kind, input.text, verified ? 'verified' : 'unverified', now)),
    reserved_for_second_factor: input.reserved_for_second_factor ?? false,
  }
  refuseUnverified(input)
  const user = await changeUser(world, call, input.user_id, (user) => {
    // The unique index knows claims alone; an unverified one of the user's own would pass it.
    const held = user.identifications.some(
      (one) => one.kind === kind && one.normalized === contact.normalized,
    )
    if (held) throw identifierTaken(kind)
    const primary = input.primary ?? user[contacts[kind].primary] === null
    const wanted = {
      identifications: [...user.identifications, contact],
      ...(verified && primary ? { primary: contact.id } : {}),
      notify: input.notify,
    }
    return contactChange(user, kind, wanted, now)
  })
  return contactOf(user, contact.id)
}
