import type { Settings } from '#server/settings/settings.ts'
import { parseEmailAddress, parseUsername } from '#server/users/identifiers.ts'
import { newIdentification } from '#server/users/new-identifications.ts'
import { missingParams } from '#server/users/requirements.ts'
import type { Identification } from '#server/users/user.ts'
import type { SignUp } from './sign-up.ts'

const attributes = [
  'email_address',
  'phone_number',
  'web3_wallet',
  'username',
  'first_name',
  'last_name',
  'password',
] as const

/** What this instance asks a new user for. */
export function askedFields({ attributes: settings, sign_up }: Settings): {
  required: string[]
  optional: string[]
} {
  const enabled = attributes.filter((name) => settings[name].enabled)
  return {
    required: [
      ...enabled.filter((name) => settings[name].required),
      ...(sign_up.legal_consent_enabled ? ['legal_accepted'] : []),
    ],
    optional: enabled.filter((name) => !settings[name].required),
  }
}

/** The address, which the ticket has proved, and the username. */
export function identificationsOf(
  { email_address, given: { username } }: Pick<SignUp, 'email_address' | 'given'>,
  now: number,
): Identification[] {
  const address = newIdentification('email_address', parseEmailAddress(email_address)!, 'verified', now)
  const own =
    username === null ? [] : [newIdentification('username', parseUsername(username), 'verified', now)]
  return [{ ...address, strategy: 'ticket' }, ...own]
}

/** What is left to ask for; nothing comes into being before that is nothing. */
export function missingFields(signUp: Pick<SignUp, 'email_address' | 'given'>, settings: Settings): string[] {
  const { first_name, last_name, has_password, legal_accepted_at } = signUp.given
  const identifications = identificationsOf(signUp, 0)
  const skips = { skip_user_requirement: false, skip_password_requirement: false }
  const missing = missingParams(
    { identifications, first_name, last_name, has_password, ...skips },
    settings.attributes,
  )
  const unasked = settings.sign_up.legal_consent_enabled && legal_accepted_at === null
  return unasked ? [...missing, 'legal_accepted'] : missing
}
