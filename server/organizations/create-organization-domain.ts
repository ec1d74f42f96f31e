import type { Input } from '#contract/operation.ts'
import type { createOrganizationDomain as contract } from '#contract/organizations/create-organization-domain.ts'
import type { Call, World } from '#server/world.ts'
import { addDomain } from './add-domain.ts'
import { type SeenDomain, seenDomain } from './seen-domains.ts'

export async function createOrganizationDomain(
  world: World,
  input: Input<typeof contract>,
  call: Call,
): Promise<SeenDomain> {
  const { organization_id, name, enrollment_mode: enrollmentMode, verified } = input
  const given = { name, enrollmentMode, verified: verified ?? true }
  return seenDomain(world, await addDomain(world, call, organization_id, given))
}
