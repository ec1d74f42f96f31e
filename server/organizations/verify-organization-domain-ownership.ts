import type { Input } from '#contract/operation.ts'
import type { verifyOrganizationDomainOwnership as contract } from '#contract/organizations/verify-organization-domain-ownership.ts'
import type { Call, World } from '#server/world.ts'
import { changeDomain } from './domain-change.ts'
import { type SeenDomain, seenDomain } from './seen-domains.ts'

/** The word of the backend: no record in the DNS is looked up. */
export async function verifyOrganizationDomainOwnership(
  world: World,
  { organization_id, domain_id }: Input<typeof contract>,
  call: Call,
): Promise<SeenDomain> {
  const domain = await changeDomain(world, call, organization_id, domain_id, (stored, now) => ({
    verified_at: stored.verified_at ?? now,
    ownership_verified_at: stored.ownership_verified_at ?? now,
  }))
  return seenDomain(world, domain)
}
