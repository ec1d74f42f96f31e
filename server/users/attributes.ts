import type { Static, TObject } from 'typebox'
import type { userAttributes } from '#contract/users/user-attributes.ts'
import { type Problem, problem } from '#server/refusal.ts'
import type { Settings } from '#server/settings/settings.ts'
import { parseRfc3339 } from './rfc3339.ts'
import type { UserAttributes } from './user.ts'

export type AttributeInput = Static<TObject<typeof userAttributes>>

type Writable<T> = { -readonly [K in keyof T]: T[K] }
export type AttributeChanges = Partial<Writable<UserAttributes>>

/** As it was given: `en-us` is as good a tag as `en-US`. */
function knownLocale(text: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(text).length > 0 ? text : undefined
  } catch {
    return undefined
  }
}

/** As it was given. Offsets such as +01:00 are accepted by Intl too, but they name no zone. */
function knownTimeZone(text: string): string | undefined {
  try {
    new Intl.DateTimeFormat('en', { timeZone: text })
    return /^[A-Za-z]/.test(text) ? text : undefined
  } catch {
    return undefined
  }
}

/** Reads a text attribute: null and the empty string both mean none. */
const textOrNone = (value: string | null): string | null => (value === '' ? null : value)

/**
 * The attributes that create and update share, as they will be stored. Absent keys stay absent; null in
 * an attribute that cannot be empty means no change.
 */
export function readAttributes(input: AttributeInput): { changes: AttributeChanges; problems: Problem[] } {
  const changes: AttributeChanges = {}
  const problems: Problem[] = []
  for (const key of ['external_id', 'first_name', 'last_name'] as const) {
    const value = input[key]
    if (value !== undefined) changes[key] = textOrNone(value)
  }
  const checked = (
    key: 'locale' | 'timezone',
    read: (text: string) => string | undefined,
    expected: string,
  ) => {
    const value = input[key]
    if (value === undefined) return
    const text = textOrNone(value)
    const known = text === null ? null : read(text)
    if (known === undefined) problems.push(problem('form_param_format_invalid', { param: key, expected }))
    else changes[key] = known
  }
  checked('locale', knownLocale, 'a BCP 47 language tag, such as en-US')
  checked('timezone', knownTimeZone, 'an IANA time zone, such as Europe/Vienna')
  for (const key of ['created_at', 'legal_accepted_at'] as const) {
    const value = input[key]
    if (value === undefined) continue
    const time = value === null ? null : parseRfc3339(value)
    if (time === undefined) problems.push(problem('form_param_invalid_time', { param: key }))
    else if (key === 'legal_accepted_at') changes[key] = time
    else if (time !== null) changes[key] = time
  }
  for (const key of ['delete_self_enabled', 'create_organization_enabled', 'bypass_client_trust'] as const) {
    const value = input[key]
    if (value !== undefined && value !== null) changes[key] = value
  }
  if (input.create_organizations_limit !== undefined)
    changes.create_organizations_limit = input.create_organizations_limit
  return { changes, problems }
}

/** The names that this instance requires and that are empty in what will be stored. */
export const missingNames = (
  names: { first_name: string | null; last_name: string | null },
  settings: Settings['attributes'],
): ('first_name' | 'last_name')[] =>
  (['first_name', 'last_name'] as const).filter((key) => settings[key].required && names[key] === null)
