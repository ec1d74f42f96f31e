import { changeUser } from '#server/users/change-user.ts'
import { type Identification, type IdentificationStatus, identificationsOf } from '#server/users/user.ts'
import type { Call, World } from '#server/world.ts'
import { type ContactKind, newContact } from './contact.ts'
import { contactChange, revised } from './contact-change.ts'

interface Replacement {
  readonly kind: ContactKind
  readonly user_id: string
  /** Undefined where the instance has no such attribute. */
  readonly text: string | undefined
  readonly status: IdentificationStatus
  readonly notify?: boolean | null
}

/**
 * One in place of all of its kind. A caller who asks for an unverified one may leave the user without a way to
 * sign in: that is what the status is for, and another call can mend it.
 */
export async function replaceContacts(world: World, call: Call, input: Replacement): Promise<Identification> {
  const now = world.now()
  const { kind, status } = input
  const contact = await newContact(world, kind, input.text, status, now)
  const user = await changeUser(world, call, input.user_id, (user) => {
    const same = identificationsOf(user, kind).find((one) => one.normalized === contact.normalized)
    const { strategy, reserved_for_second_factor, default_second_factor } = contact
    const values = { status, strategy, reserved_for_second_factor, default_second_factor }
    const only = same ? revised(same, values, now) : contact
    const wanted = {
      identifications: [...user.identifications.filter((one) => one.kind !== kind), only],
      ...(status === 'verified' ? { primary: only.id } : {}),
      notify: input.notify,
    }
    return contactChange(user, kind, wanted, now)
  })
  return identificationsOf(user, kind)[0]!
}
