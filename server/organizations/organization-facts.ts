import type { World } from '#server/world.ts'
import type { Organization } from './organization.ts'
import type { OrganizationFacts } from './organization-store.ts'

/** An organization with what was counted of it. */
export interface SeenOrganization {
  readonly organization: Organization
  readonly facts: Partial<OrganizationFacts>
}

interface Asked {
  readonly include_members_count?: boolean
  readonly include_missing_member_with_elevated_permissions?: boolean
}

/** What was asked for of each of these; nothing is counted that nobody asked for. */
export async function factsOf(
  world: World,
  organizations: readonly Organization[],
  asked: Asked,
): Promise<(id: string) => Partial<OrganizationFacts>> {
  const counts = asked.include_members_count ?? false
  const missing = asked.include_missing_member_with_elevated_permissions ?? false
  if (!counts && !missing) return () => ({})
  const ids = organizations.map(({ id }) => id)
  const facts = await world.organizations.facts(ids, world.now())
  return (id) => {
    const found = facts.get(id)
    if (!found) return {}
    const { missing_member_with_elevated_permissions, ...counted } = found
    return {
      ...(counts ? counted : {}),
      ...(missing ? { missing_member_with_elevated_permissions } : {}),
    }
  }
}
