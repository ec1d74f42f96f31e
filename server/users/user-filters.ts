import type { Input } from '#contract/operation.ts'
import type { getUsersCount } from '#contract/users/get-users-count.ts'
import { problem, refuseAny } from '#server/refusal.ts'
import { fold } from './fold.ts'
import { parseEmailAddress, parsePhoneNumber, parseWeb3Wallet } from './identifiers.ts'
import type { IdentificationKind } from './user.ts'
import type { Signed, UserFilters } from './user-store.ts'

type FilterInput = Input<typeof getUsersCount>

const dayMs = 86_400_000

/** A raw plus of a hand-written URL arrives as a space. */
const withPlus = (text: string) => (text.startsWith(' ') ? `+${text.slice(1)}` : text)

/** Ids to include and ids to exclude. */
export function readSigned(values: readonly string[] | undefined): Signed | undefined {
  if (!values?.length) return undefined
  const include: string[] = []
  const exclude: string[] = []
  for (const value of values.map(withPlus))
    (value.startsWith('-') ? exclude : include).push(value.replace(/^[+-]/, ''))
  return { include, exclude }
}

/** The compared form of a typed value; one that is malformed is looked for as it is and found nowhere. */
const compared: Record<IdentificationKind, (text: string) => string> = {
  email_address: (text) => parseEmailAddress(text)?.normalized ?? text.toLowerCase(),
  phone_number: (text) => parsePhoneNumber(withPlus(text))?.normalized ?? withPlus(text),
  username: (text) => text.toLowerCase(),
  web3_wallet: (text) => parseWeb3Wallet(text)?.normalized ?? text,
}

const identifierKinds = ['email_address', 'phone_number', 'username', 'web3_wallet'] as const
const searchedKinds = ['email_address', 'phone_number', 'username'] as const

/** Blank text restricts nothing: clients send empty search boxes. */
export const needle = (text: string | undefined): string | undefined => fold(text?.trim() ?? '') || undefined

function timesOf(input: FilterInput): UserFilters['times'] {
  const bounds = (['created_at', 'last_active_at', 'last_sign_in_at'] as const)
    .map((field) => ({ field, before: input[`${field}_before`], after: input[`${field}_after`] }))
    .filter(({ before, after }) => before !== undefined || after !== undefined)
  const since = input.last_active_at_since
  if (since !== undefined)
    bounds.push({ field: 'last_active_at', before: undefined, after: Math.floor(since / dayMs) * dayMs - 1 })
  return bounds
}

function accountOf(input: FilterInput): UserFilters['external_account'] {
  const { provider, provider_user_id: ids } = input
  if (provider && ids?.length) return { provider, provider_user_ids: ids }
  const missing = provider ? 'provider_user_id' : 'provider'
  const other = provider ? 'provider' : 'provider_user_id'
  if (provider || ids?.length)
    refuseAny([problem('form_conditional_param_missing', { param: missing, other })])
  return undefined
}

/** The filters of list and count, as the store reads them. */
export function readFilters(input: FilterInput): UserFilters {
  const identifiers = identifierKinds.flatMap((kind) => {
    const values = input[kind]
    return values?.length ? [{ kind, values: values.map(compared[kind]) }] : []
  })
  const identifierText = searchedKinds.flatMap((kind) => {
    const typed = input[`${kind}_query`]
    const text = needle(kind === 'phone_number' && typed ? withPlus(typed) : typed)
    return text ? [{ kind, text }] : []
  })
  return {
    ids: readSigned(input.user_id),
    external_ids: readSigned(input.external_id),
    organization_ids: readSigned(input.organization_id),
    identifiers,
    text: needle(input.query),
    identifier_text: identifierText,
    name_text: needle(input.name_query),
    banned: input.banned,
    times: timesOf(input),
    external_account: accountOf(input),
  }
}
