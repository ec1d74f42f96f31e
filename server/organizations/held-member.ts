import { Refusal } from '#server/refusal.ts'
import type { Role } from '#server/roles/role.ts'
import type { Membership } from './organization.ts'
import type { HeldOrganization } from './organization-store.ts'

export const unknownMember = (userId: string): Refusal =>
  new Refusal('organization_member_not_found', { id: userId })

/** The membership of that user, and their role, while the organization is held. */
export async function heldMember(
  held: HeldOrganization,
  roles: readonly Role[],
  userId: string,
): Promise<{ readonly membership: Membership; readonly role: Role }> {
  const membership = await held.membership(userId)
  const role = roles.find(({ id }) => id === membership?.role_id)
  if (!membership || !role) throw unknownMember(userId)
  return { membership, role }
}
