import { domainToASCII } from 'node:url'
import { Refusal } from '#server/refusal.ts'
import { type Call, eventOf, type World } from '#server/world.ts'
import type { OrganizationDomain } from './domain.ts'
import { type DomainChange, DomainTaken } from './domain-store.ts'
import { organizationSettings, refuseWithoutOrganizations } from './organization-settings.ts'
import { type Admission, withinOrganization } from './within-organization.ts'

const label = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/

/** In ASCII and lower case, as the part of an address behind its @ is compared. */
export function parseDomain(text: string): string | undefined {
  if (!/^[\p{L}\p{M}\p{Nd}.-]+$/u.test(text)) return undefined
  const name = domainToASCII(text).toLowerCase()
  const labels = name.split('.')
  const isDomain = labels.length > 1 && name.length <= 253 && labels.every((part) => label.test(part))
  return isDomain && !/^\d+$/.test(labels.at(-1)!) ? name : undefined
}

export async function refuseWithoutDomains(world: World): Promise<void> {
  await refuseWithoutOrganizations(world)
  const { domains_enabled } = await organizationSettings(world)
  if (!domains_enabled) throw new Refusal('organization_domains_not_enabled')
}

/** Nobody is asked in by their address alone: what is not done is not promised. */
export function refuseMode(mode: string | null | undefined): void {
  if (mode && mode !== 'manual_invitation')
    throw new Refusal('organization_domain_enrollment_mode_not_enabled', { mode })
}

export async function claimingDomain<T>(name: () => string, write: Promise<T>): Promise<T> {
  try {
    return await write
  } catch (error) {
    if (error instanceof DomainTaken)
      throw new Refusal('organization_domain_already_exists', { name: name() })
    throw error
  }
}

/** `changeOf` sees what is stored; a change of nothing writes nothing and records no event. */
export async function changeDomain(
  world: World,
  call: Call,
  organizationId: string,
  domainId: string,
  changeOf: (domain: OrganizationDomain, now: number) => DomainChange,
  admit?: Admission,
): Promise<OrganizationDomain> {
  await refuseWithoutDomains(world)
  let name = ''
  const changing = withinOrganization(world, organizationId, admit, async (held) => {
    const domain = await held.domain(domainId)
    if (!domain) throw new Refusal('organization_domain_not_found', { id: domainId })
    name = domain.name
    const now = world.now()
    const change = changeOf(domain, now)
    const changed = Object.keys(change).filter(
      (key) => change[key as keyof DomainChange] !== domain[key as keyof DomainChange],
    )
    if (changed.length === 0) return domain
    const after = await held.changeDomain(domain, { ...change, updated_at: now })
    const details = { organization_id: organizationId, changed }
    await held.record(eventOf(call, 'organizationDomain.updated', domainId, now, details))
    return after
  })
  return claimingDomain(() => name, changing)
}
