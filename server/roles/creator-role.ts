import { Refusal } from '#server/refusal.ts'
import { elevatedPermissions, isCreatorEligible, type Role } from './role.ts'

/** Throws where whoever gets the role could not run the organization that they have made. */
export function refuseAsCreatorRole(role: Pick<Role, 'permissions'>): void {
  if (isCreatorEligible(role)) return
  const permissions = elevatedPermissions.join(', ')
  throw new Refusal('organization_missing_creator_role_permissions', { permissions })
}
