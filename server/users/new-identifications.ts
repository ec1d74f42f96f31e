import type { Static } from 'typebox'
import type { createUser } from '#contract/users/create-user.ts'
import { newId } from '#server/ids.ts'
import { type Problem, problem } from '#server/refusal.ts'
import type { Settings } from '#server/settings/settings.ts'
import {
  type Identifier,
  parseEmailAddress,
  parsePhoneNumber,
  parseUsername,
  parseWeb3Wallet,
} from './identifiers.ts'
import type { Identification, IdentificationKind, IdentificationStatus } from './user.ts'
import { usernameProblems } from './username.ts'

type CreateBody = Static<NonNullable<typeof createUser.body>>

/** A new claim made by the backend, which counts as proof unless the status says otherwise. */
export function newIdentification(
  kind: IdentificationKind,
  identifier: Identifier,
  status: IdentificationStatus,
  now: number,
): Identification {
  return {
    id: newId('idn', now),
    kind,
    ...identifier,
    status,
    strategy: status === 'verified' ? 'admin' : null,
    reserved_for_second_factor: false,
    default_second_factor: false,
    created_at: now,
    updated_at: now,
  }
}

/** How a value of each kind is read, and what it must be. */
export const kinds = [
  { kind: 'email_address', parse: parseEmailAddress, expected: 'a valid e-mail address' },
  { kind: 'phone_number', parse: parsePhoneNumber, expected: 'a valid phone number in E.164 form' },
  {
    kind: 'web3_wallet',
    parse: parseWeb3Wallet,
    expected: 'a valid wallet address (0x and 40 hex digits, or base58)',
  },
] as const

const statusesOf = (
  input: CreateBody,
  kind: (typeof kinds)[number]['kind'],
): readonly IdentificationStatus[] =>
  kind === 'web3_wallet' ? [] : (input[`${kind}_identification_status`] ?? [])

/** Reads the identifier arrays and the username of a create request, in the order of the answer. */
export function readIdentifications(
  input: CreateBody,
  settings: Settings,
  now: number,
): { identifications: Identification[]; problems: Problem[] } {
  const identifications: Identification[] = []
  const problems: Problem[] = []
  for (const { kind, parse, expected } of kinds) {
    const texts = input[kind] ?? []
    const statuses = statusesOf(input, kind)
    const identifiers = texts.map(parse)
    if (identifiers.includes(undefined))
      problems.push(problem('form_param_format_invalid', { param: kind, expected }))
    const distinct = new Set(identifiers.map((identifier) => identifier?.normalized))
    if (distinct.size < identifiers.filter((identifier) => identifier !== undefined).length)
      problems.push(problem('form_param_duplicate', { param: kind }))
    if (statuses.length > 0 && statuses.length !== texts.length) {
      const param = `${kind}_identification_status`
      problems.push(problem('form_param_array_length_mismatch', { param, other: kind }))
    }
    identifiers.forEach((identifier, i) => {
      if (identifier)
        identifications.push(newIdentification(kind, identifier, statuses[i] ?? 'verified', now))
    })
  }
  if (input.username) {
    problems.push(...usernameProblems(input.username, settings.username))
    identifications.push(newIdentification('username', parseUsername(input.username), 'verified', now))
  }
  return { identifications, problems }
}
