import { differing, type NamedChange } from '#server/users/change-user.ts'
import { factorsChange } from '#server/users/second-factor.ts'
import type { Identification, User } from '#server/users/user.ts'
import { type ContactKind, contacts } from './contact.ts'

/** With other values; the very same object if they are no others. */
export function revised(one: Identification, values: Partial<Identification>, now: number): Identification {
  const differs = Object.entries(values).some(([key, value]) => one[key as keyof Identification] !== value)
  return differs ? { ...one, ...values, updated_at: Math.max(now, one.updated_at) } : one
}

/** Of the numbers that are second factors one is the default: the oldest, when the former default has gone. */
function withDefaultFactor(identifications: readonly Identification[], now: number): Identification[] {
  const factors = identifications.filter((one) => one.reserved_for_second_factor)
  const lacking = !factors.some((one) => one.default_second_factor)
  return identifications.map((one) =>
    lacking && one === factors[0] ? revised(one, { default_second_factor: true }, now) : one,
  )
}

/** The primary one stays while it is verified; then the oldest verified one inherits. */
function primaryAmong(user: User, identifications: readonly Identification[], kind: ContactKind) {
  const primary = user[contacts[kind].primary]
  const verified = identifications.filter((one) => one.kind === kind && one.status === 'verified')
  const stays = primary === null || verified.some((one) => one.id === primary)
  return stays ? primary : (verified[0]?.id ?? null)
}

interface Wanted {
  /** All that the user has afterwards; what stays as it is stays the same object. */
  readonly identifications: readonly Identification[]
  /** The id of a verified one; absent where none is chosen. */
  readonly primary?: string
  /** Whether the previous primary address is to be told. */
  readonly notify?: boolean | null
}

/** What leads from what the user has to what is wanted, with all that follows from it. */
export function contactChange(user: User, kind: ContactKind, wanted: Wanted, now: number): NamedChange {
  // As in `changeUser`: whoever waited for the row comes after whoever held it.
  const at = Math.max(now, user.updated_at)
  const identifications = withDefaultFactor(wanted.identifications, at)
  const { primary: key, list } = contacts[kind]
  const before = user[key]
  const primary = wanted.primary ?? primaryAmong(user, identifications, kind)
  const factors = factorsChange(user, { ...user, identifications }, at)
  const attributes = differing(user, { [key]: primary, ...factors.attributes })
  const add = identifications.filter((one) => !user.identifications.includes(one))
  const remove = user.identifications.filter((one) => !identifications.includes(one)).map(({ id }) => id)
  const notify = wanted.notify && before !== null && before !== primary
  return {
    ...factors,
    attributes,
    add,
    remove,
    changed: [...(add.length + remove.length > 0 ? [list] : []), ...Object.keys(attributes)],
    details: notify ? { notify_previous: before } : {},
  }
}
