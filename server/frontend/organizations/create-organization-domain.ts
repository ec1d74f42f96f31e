import type { FrontendInput } from '#contract/frontend/frontend-operation.ts'
import type { createOrganizationDomain as contract } from '#contract/frontend/organizations/create-organization-domain.ts'
import { addDomain } from '#server/organizations/add-domain.ts'
import { type SeenDomain, seenDomain } from '#server/organizations/seen-domains.ts'
import type { ClientCall } from '#server/sessions/client-call.ts'
import type { World } from '#server/world.ts'
import { whilePermitted } from './permitted.ts'

/** Never verified: what a member says of a domain proves nothing. */
export function createOrganizationDomain(
  world: World,
  { organization_id: id, name, enrollment_mode }: FrontendInput<typeof contract>,
  call: ClientCall,
): Promise<SeenDomain> {
  const given = { name, enrollmentMode: enrollment_mode ?? 'manual_invitation', verified: false }
  return whilePermitted(world, call, id, 'org:sys_domains:manage', async (admit) =>
    seenDomain(world, await addDomain(world, call, id, given, admit)),
  )
}
