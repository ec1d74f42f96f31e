import { Refusal } from '#server/refusal.ts'
import { kinds, newIdentification } from '#server/users/new-identifications.ts'
import { refuseRestricted } from '#server/users/restrictions.ts'
import type { Identification, IdentificationKind, IdentificationStatus } from '#server/users/user.ts'
import type { World } from '#server/world.ts'

/** The kinds whose identifications are resources of their own. */
export type ContactKind = Extract<IdentificationKind, 'email_address' | 'phone_number'>

interface Contact {
  readonly primary: 'primary_email_address_id' | 'primary_phone_number_id'
  /** The key of the user's list of them. */
  readonly list: string
  readonly noun: string
}

export const contacts: Readonly<Record<ContactKind, Contact>> = {
  email_address: { primary: 'primary_email_address_id', list: 'email_addresses', noun: 'email address' },
  phone_number: { primary: 'primary_phone_number_id', list: 'phone_numbers', noun: 'phone number' },
}

/** A new claim on what the caller wrote, unless it is malformed or kept out of this instance. */
export async function newContact(
  world: World,
  kind: ContactKind,
  text: string | undefined,
  status: IdentificationStatus,
  now: number,
): Promise<Identification> {
  // The body's check has refused the value as unknown where the kind is off; this is for a body without it.
  if (text === undefined) throw new Refusal('feature_not_enabled', { feature: contacts[kind].noun })
  const { parse, expected } = kinds.find((one) => one.kind === kind)!
  const identifier = parse(text)
  if (!identifier) throw new Refusal('form_param_format_invalid', { param: kind, expected })
  const contact = newIdentification(kind, identifier, status, now)
  await refuseRestricted(world, [contact])
  return contact
}
