import { createRequire } from 'node:module'
import { Refusal } from '#server/refusal.ts'
import type { Settings } from '#server/settings/settings.ts'
import { parseEmailAddress, parsePhoneNumber, parseWeb3Wallet } from './identifiers.ts'
import type { Identification } from './user.ts'

type Restrictions = Settings['restrictions']

const require = createRequire(import.meta.url)
let disposable: ReadonlySet<string> | undefined
/** Read at the first use: the list is long and most instances never ask. */
const disposableDomains = () =>
  (disposable ??= new Set(require('disposable-email-domains/index.json') as string[]))

const domainOf = (address: string) => address.slice(address.indexOf('@') + 1)

function isDisposable(domain: string): boolean {
  const labels = domain.split('.')
  return labels.some((_, i) => i < labels.length - 1 && disposableDomains().has(labels.slice(i).join('.')))
}

/** An entry of a list in its compared form; `*@domain` stands for every address of the domain. */
function entryMatches(entry: string, identification: Identification): boolean {
  const { kind, normalized } = identification
  if (kind === 'email_address') {
    if (entry.startsWith('*@')) return domainOf(normalized) === domainOf(entry).toLowerCase()
    return (parseEmailAddress(entry)?.normalized ?? entry.toLowerCase()) === normalized
  }
  if (kind === 'phone_number') return (parsePhoneNumber(entry)?.normalized ?? entry) === normalized
  return (parseWeb3Wallet(entry)?.normalized ?? entry) === normalized
}

function isAllowed(identification: Identification, restrictions: Restrictions): boolean {
  const { allowlist, blocklist } = restrictions
  const listed = (list: typeof allowlist) =>
    list.identifiers.some((entry) => entryMatches(entry, identification))
  if (blocklist.enabled && listed(blocklist)) return false
  if (allowlist.enabled && !listed(allowlist)) return false
  if (identification.kind !== 'email_address') return true
  const local = identification.normalized.split('@')[0]!
  if (restrictions.block_email_subaddresses.enabled && local.includes('+')) return false
  return !(
    restrictions.block_disposable_email_domains.enabled && isDisposable(domainOf(identification.normalized))
  )
}

/** Refuses identifiers that the instance keeps out. Usernames are free: the lists hold none. */
export function refuseRestricted(
  identifications: readonly Identification[],
  restrictions: Restrictions,
): void {
  const kept = identifications
    .filter(
      (identification) => identification.kind !== 'username' && !isAllowed(identification, restrictions),
    )
    .map((identification) => identification.value)
  if (kept.length > 0)
    throw new Refusal('not_allowed_access', { identifier: kept.join(', ') }, { identifiers: kept })
}
