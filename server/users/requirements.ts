import { type Problem, problem } from '#server/refusal.ts'
import type { Settings } from '#server/settings/settings.ts'
import { missingNames } from './attributes.ts'
import type { Identification, IdentificationKind } from './user.ts'

const identifierKinds: readonly IdentificationKind[] = [
  'email_address',
  'phone_number',
  'username',
  'web3_wallet',
]

interface Given {
  readonly identifications: readonly Identification[]
  readonly first_name: string | null
  readonly last_name: string | null
  readonly skip_user_requirement: boolean
  readonly has_password: boolean
  readonly skip_password_requirement: boolean
}

/** Whether a user without a password could ever sign in to this instance. */
const hasOtherFirstFactor = (attributes: Settings['attributes']): boolean =>
  (['email_address', 'phone_number', 'web3_wallet', 'passkey'] as const).some(
    (key) => attributes[key].enabled && attributes[key].used_for_first_factor,
  )

/** What this instance demands of a new user and nobody has given. */
export function missingParams(given: Given, attributes: Settings['attributes']): string[] {
  const has = (kind: IdentificationKind) => given.identifications.some((one) => one.kind === kind)
  const enabled = identifierKinds.filter((kind) => attributes[kind].enabled)
  const required = enabled.filter((kind) => attributes[kind].required)
  const missing: string[] = given.skip_user_requirement ? [] : required.filter((kind) => !has(kind))
  // Whatever the instance demands, a user whom nothing identifies could never be reached again.
  if (missing.length === 0 && given.identifications.length === 0)
    missing.push(...(required.length ? required : enabled))
  missing.push(...missingNames(given, attributes))
  const skipsPassword = given.skip_password_requirement && hasOtherFirstFactor(attributes)
  if (attributes.password.required && !given.has_password && !skipsPassword) missing.push('password')
  return missing
}

/** The same as one problem that names all of it. */
export function missingData(given: Given, attributes: Settings['attributes']): Problem[] {
  const missing = missingParams(given, attributes)
  if (missing.length === 0) return []
  const quoted = missing.map((name) => JSON.stringify(name)).join(' ')
  return [problem('form_data_missing', { quoted }, { param_names: missing })]
}
