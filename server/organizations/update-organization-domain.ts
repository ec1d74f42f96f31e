import type { Input } from '#contract/operation.ts'
import type { updateOrganizationDomain as contract } from '#contract/organizations/update-organization-domain.ts'
import type { Call, World } from '#server/world.ts'
import { changeDomain, refuseMode } from './domain-change.ts'
import { type SeenDomain, seenDomain } from './seen-domains.ts'

export async function updateOrganizationDomain(
  world: World,
  input: Input<typeof contract>,
  call: Call,
): Promise<SeenDomain> {
  const { organization_id, domain_id, enrollment_mode, verified } = input
  const domain = await changeDomain(world, call, organization_id, domain_id, ({ verified_at }, now) => {
    refuseMode(enrollment_mode)
    if (typeof verified !== 'boolean') return {}
    // Nobody owns what does not even belong to them.
    return verified ? { verified_at: verified_at ?? now } : { verified_at: null, ownership_verified_at: null }
  })
  return seenDomain(world, domain)
}
