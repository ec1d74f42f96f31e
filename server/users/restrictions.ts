import { createRequire } from 'node:module'
import { onList } from '#server/access-lists/on-list.ts'
import {
  type EffectiveRestrictions,
  effectiveRestrictions,
} from '#server/instance-settings/effective-restrictions.ts'
import { Refusal } from '#server/refusal.ts'
import type { World } from '#server/world.ts'
import type { Identification } from './user.ts'

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

/** Addresses that the instance takes from nobody, whoever is on its lists. */
function isUnwanted({ kind, normalized }: Identification, restrictions: EffectiveRestrictions): boolean {
  if (kind !== 'email_address') return false
  const local = normalized.split('@')[0]!
  if (restrictions.block_email_subaddresses.enabled && local.includes('+')) return true
  return restrictions.block_disposable_email_domains.enabled && isDisposable(domainOf(normalized))
}

/**
 * Refuses identifiers that the instance keeps out. Usernames are free: the lists hold none. An entry that is made at
 * the same moment may come too late for this request. Whoever was invited is as good as on the allowlist.
 */
export async function refuseRestricted(
  world: World,
  identifications: readonly Identification[],
  { invited = false }: { readonly invited?: boolean } = {},
): Promise<void> {
  const restrictions = await effectiveRestrictions(world)
  const { allowlist, blocklist } = restrictions
  const listable = identifications.filter(({ kind }) => kind !== 'username')
  const blocked = blocklist.enabled ? await onList(world, 'blocklist', listable) : undefined
  const allowed = allowlist.enabled && !invited ? await onList(world, 'allowlist', listable) : undefined
  const kept = listable
    .filter((one) => blocked?.has(one) || (allowed && !allowed.has(one)) || isUnwanted(one, restrictions))
    .map(({ value }) => value)
  if (kept.length > 0)
    throw new Refusal('not_allowed_access', { identifier: kept.join(', ') }, { identifiers: kept })
}
