import { Refusal } from '#server/refusal.ts'
import type { Settings } from '#server/settings/settings.ts'
import { canSignIn, type Identification, isClaimed, type User } from '#server/users/user.ts'
import type { Call, World } from '#server/world.ts'
import type { ContactKind } from './contact.ts'
import { contactChange } from './contact-change.ts'
import { changeContact } from './owned-contact.ts'

export interface DeletedContact {
  readonly object: ContactKind
  readonly id: string
  readonly deleted: true
}

/** The last way to sign in stays, and so does the last claimed one of a kind that this instance requires. */
function refuseLast(user: User, own: Identification, attributes: Settings['attributes']): void {
  const others = user.identifications.filter((one) => one !== own)
  if (others.length === 0 || (canSignIn(own) && !others.some(canSignIn)))
    throw new Refusal('identification_deletion_failed')
  const ofKind = others.filter((one) => one.kind === own.kind)
  const isLast = ofKind.length === 0 || (isClaimed(own) && !ofKind.some(isClaimed))
  if (attributes[own.kind].required && isLast)
    throw new Refusal('last_required_identification_deletion_failed')
}

interface Removal {
  /** Whether the previous primary address is to be told. */
  readonly notify?: boolean
  /** Sees what would be left while the row is held, and throws if that is not enough. */
  readonly refuse?: (user: User, left: readonly Identification[]) => void
}

export async function removeContact(
  world: World,
  call: Call,
  kind: ContactKind,
  id: string,
  { notify = false, refuse }: Removal = {},
): Promise<DeletedContact> {
  const now = world.now()
  await changeContact(world, call, kind, id, (user, own) => {
    refuseLast(user, own, world.settings.attributes)
    const identifications = user.identifications.filter((one) => one !== own)
    refuse?.(user, identifications)
    return contactChange(user, kind, { identifications, notify }, now)
  })
  return { object: kind, id, deleted: true }
}
