import type { FrontendInput } from '#contract/frontend/frontend-operation.ts'
import type { updateOrganizationDomainEnrollmentMode as contract } from '#contract/frontend/organizations/update-organization-domain-enrollment-mode.ts'
import { changeDomain, refuseMode } from '#server/organizations/domain-change.ts'
import { type SeenDomain, seenDomain } from '#server/organizations/seen-domains.ts'
import type { ClientCall } from '#server/sessions/client-call.ts'
import type { World } from '#server/world.ts'
import { whilePermitted } from './permitted.ts'

export function updateOrganizationDomainEnrollmentMode(
  world: World,
  { organization_id: id, domain_id, enrollment_mode }: FrontendInput<typeof contract>,
  call: ClientCall,
): Promise<SeenDomain> {
  const changeOf = () => {
    refuseMode(enrollment_mode)
    return {}
  }
  return whilePermitted(world, call, id, 'org:sys_domains:manage', async (admit) =>
    seenDomain(world, await changeDomain(world, call, id, domain_id, changeOf, admit)),
  )
}
