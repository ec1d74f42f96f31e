import type { Organization } from '#server/organizations/organization.ts'
import type { OrganizationFacts } from '#server/organizations/organization-store.ts'
import type { World } from '#server/world.ts'

/** An organization with the numbers that pages show beside its name. */
export interface CountedOrganization {
  readonly organization: Organization
  /** Undefined when it is being removed at this moment. */
  readonly facts: OrganizationFacts | undefined
}

export const counted = async (world: World, organization: Organization): Promise<CountedOrganization> => ({
  organization,
  facts: (await world.organizations.facts([organization.id], world.now())).get(organization.id),
})
