import { organizationSettings } from '#server/organizations/organization-settings.ts'
import type { World } from '#server/world.ts'
import { isCreatorEligible } from './role.ts'

/**
 * What is wrong with the roles that the settings name. No reason to refuse the start: roles are made by the API, which
 * needs a running server.
 */
export async function roleWarnings(world: World): Promise<string[]> {
  const { enabled, creator_role, domains_default_role } = await organizationSettings(world)
  if (!enabled) return []
  const roles = await world.roles.all()
  const creator = roles.find(({ key }) => key === creator_role)
  const warnings: string[] = []
  const path = 'organizations.creator_role'
  if (!creator) warnings.push(`${path}: there is no role ${creator_role}; org:admin is given in its place`)
  else if (!isCreatorEligible(creator))
    warnings.push(
      `${path}: the role ${creator_role} lacks permissions that running an organization needs; org:admin is given in its place`,
    )
  if (!roles.some(({ key }) => key === domains_default_role))
    warnings.push(`organizations.domains_default_role: there is no role ${domains_default_role}`)
  return warnings
}
