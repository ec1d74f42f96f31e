import type { Static } from 'typebox'
import type * as wire from '#contract/organizations/domain.ts'
import type { SeenDomain, SeenDomains } from '#server/organizations/seen-domains.ts'
import type { World } from '#server/world.ts'
import { publicOrganizationData } from './present-organization.ts'
import type { AnswerText } from './route.ts'

type Verification = Static<typeof wire.DomainVerification>

const verification = (strategy: string, verified_at: number | null): Verification => ({
  status: 'verified',
  strategy,
  attempts: null,
  expire_at: null,
  verified_at,
})

function domainOf({ domain, organization }: SeenDomain, world: World): wire.OrganizationDomain {
  const { verified_at, ownership_verified_at } = domain
  const affiliation = verified_at === null ? null : verification('admin', null)
  return {
    object: 'organization_domain',
    id: domain.id,
    organization_id: domain.organization_id,
    name: domain.name,
    enrollment_mode: domain.enrollment_mode,
    affiliation_email_address: null,
    affiliation_verification: affiliation,
    ownership_verification:
      ownership_verified_at === null ? null : verification('manual_override', ownership_verified_at),
    verification: affiliation,
    total_pending_invitations: 0,
    total_pending_suggestions: 0,
    public_organization_data: publicOrganizationData(organization, world),
    created_at: domain.created_at,
    updated_at: domain.updated_at,
  }
}

export const presentDomain = (seen: SeenDomain, world: World): AnswerText<wire.OrganizationDomain> =>
  JSON.stringify(domainOf(seen, world))

export const presentDomains = (
  { seen, total }: SeenDomains,
  world: World,
): AnswerText<wire.OrganizationDomainPage> =>
  JSON.stringify({ data: seen.map((one) => domainOf(one, world)), total_count: total })
