import {
  type Identifier,
  parseEmailAddress,
  parsePhoneNumber,
  parseWeb3Wallet,
} from '#server/users/identifiers.ts'
import type { IdentificationKind } from '#server/users/user.ts'

export type ListName = 'allowlist' | 'blocklist'
export type ListedKind = Exclude<IdentificationKind, 'username'>

/** What an entry is compared by. */
export interface ListEntry {
  readonly kind: ListedKind
  readonly normalized: string
}

/** One entry of a list that the API keeps. Its spelling is that of the column names. */
export interface ListedIdentifier extends ListEntry {
  readonly id: string
  readonly list: ListName
  /** As shown: `*@example.com` stands for every address of the domain. */
  readonly identifier: string
  /** The invitation that was sent when the entry was made. */
  readonly invitation_id: string | null
  readonly created_at: number
  readonly updated_at: number
}

/** Whoever has an address has its domain too, by which they may be listed. */
export const wholeDomain = (address: string): string => `*${address.slice(address.lastIndexOf('@'))}`

export const isWholeDomain = ({ normalized }: ListEntry): boolean => normalized.startsWith('*@')

/** `*@` and a domain, in the one spelling that domains of addresses have. */
function parseDomain(text: string): Identifier | undefined {
  const address = text.startsWith('*@') ? parseEmailAddress(`any${text.slice(1)}`) : undefined
  const whole = address && wholeDomain(address.normalized)
  return whole === undefined ? undefined : { value: whole, normalized: whole }
}

const readers = [
  ['email_address', parseDomain],
  ['email_address', parseEmailAddress],
  ['phone_number', parsePhoneNumber],
  ['web3_wallet', parseWeb3Wallet],
] as const

/** What a text lists; undefined when it is neither address nor domain, number or wallet. */
export function readEntry(text: string): (ListEntry & { readonly identifier: string }) | undefined {
  for (const [kind, parse] of readers) {
    const found = parse(text)
    if (found) return { kind, identifier: found.value, normalized: found.normalized }
  }
  return undefined
}
