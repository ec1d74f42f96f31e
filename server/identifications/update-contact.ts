import { Refusal } from '#server/refusal.ts'
import type { NamedChange } from '#server/users/change-user.ts'
import { canSignIn, type Identification, type User } from '#server/users/user.ts'
import type { Call, World } from '#server/world.ts'
import { type ContactKind, contacts } from './contact.ts'
import { contactChange, revised } from './contact-change.ts'
import { changeContact, contactOf } from './owned-contact.ts'

interface ContactUpdate {
  readonly verified?: boolean | null
  readonly primary?: boolean | null
  readonly reserved_for_second_factor?: boolean | null
  readonly notify?: boolean | null
}

/** An unverified or reserved one that shall not be verified stays what it is. */
function statusAfter(own: Identification, verified: ContactUpdate['verified']) {
  if (verified === true && own.status !== 'verified')
    return { status: 'verified', strategy: 'admin' } as const
  if (verified === false && own.status === 'verified')
    return { status: 'unverified', strategy: null } as const
  return {}
}

/** A number that is no longer verified is no second factor either, and only a second factor can be the default one. */
function factorAfter(one: Identification, wanted: ContactUpdate['reserved_for_second_factor']) {
  const reserved = one.status === 'verified' && (wanted ?? one.reserved_for_second_factor)
  return {
    reserved_for_second_factor: reserved,
    default_second_factor: reserved && one.default_second_factor,
  }
}

function decide(
  user: User,
  own: Identification,
  kind: ContactKind,
  input: ContactUpdate,
  now: number,
): NamedChange {
  const status = statusAfter(own, input.verified)
  const after = revised(
    own,
    { ...status, ...factorAfter({ ...own, ...status }, input.reserved_for_second_factor) },
    now,
  )
  const verified = after.status === 'verified'
  if (input.primary && !verified) throw new Refusal('form_verification_needed', { param: 'primary' })
  if (input.reserved_for_second_factor && !verified)
    throw new Refusal('identification_update_second_factor_unverified')
  const identifications = user.identifications.map((one) => (one === own ? after : one))
  if (canSignIn(own) && !identifications.some(canSignIn)) throw new Refusal('identification_update_failed')
  const becomesVerified = verified && own.status !== 'verified'
  const primary = input.primary ?? (becomesVerified && user[contacts[kind].primary] === null)
  const wanted = { identifications, ...(primary ? { primary: own.id } : {}), notify: input.notify }
  return contactChange(user, kind, wanted, now)
}

export async function updateContact(
  world: World,
  call: Call,
  kind: ContactKind,
  id: string,
  input: ContactUpdate,
): Promise<Identification> {
  const now = world.now()
  const user = await changeContact(world, call, kind, id, (user, own) => decide(user, own, kind, input, now))
  return contactOf(user, id)
}
