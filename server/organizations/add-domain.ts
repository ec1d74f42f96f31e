import { newId } from '#server/ids.ts'
import { Refusal } from '#server/refusal.ts'
import { type Call, eventOf, type World } from '#server/world.ts'
import type { OrganizationDomain } from './domain.ts'
import { claimingDomain, parseDomain, refuseMode, refuseWithoutDomains } from './domain-change.ts'
import { type Admission, withinOrganization } from './within-organization.ts'

export interface NewDomain {
  readonly name: string
  readonly enrollmentMode: string
  readonly verified: boolean
}

export async function addDomain(
  world: World,
  call: Call,
  organizationId: string,
  given: NewDomain,
  admit?: Admission,
): Promise<OrganizationDomain> {
  await refuseWithoutDomains(world)
  const name = parseDomain(given.name)
  if (name === undefined)
    throw new Refusal('form_param_format_invalid', {
      param: 'name',
      expected: 'a domain such as example.com',
    })
  refuseMode(given.enrollmentMode)
  const adding = withinOrganization(world, organizationId, admit, async (held) => {
    const now = world.now()
    const domain: OrganizationDomain = {
      id: newId('orgdmn', now),
      organization_id: organizationId,
      name,
      enrollment_mode: 'manual_invitation',
      verified_at: given.verified ? now : null,
      ownership_verified_at: null,
      created_at: now,
      updated_at: now,
    }
    await held.addDomain(domain)
    const details = { organization_id: organizationId, name, verified: given.verified }
    await held.record(eventOf(call, 'organizationDomain.created', domain.id, now, details))
    return domain
  })
  return claimingDomain(() => name, adding)
}
