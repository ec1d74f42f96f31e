import { Refusal } from '#server/refusal.ts'
import { allows, type Role } from '#server/roles/role.ts'
import type { HeldOrganization } from './organization-store.ts'

/** Throws unless the user that the backend names may manage the members. */
export async function refuseWithoutManager(
  held: HeldOrganization,
  roles: readonly Role[],
  userId: string,
  param: string,
): Promise<void> {
  const membership = await held.membership(userId)
  const role = roles.find(({ id }) => id === membership?.role_id)
  if (!role || !allows(role, 'org:sys_memberships:manage'))
    throw new Refusal('not_an_admin_in_organization', { param })
}
