import { Refusal } from '#server/refusal.ts'
import { isCreatorEligible, type Role } from '#server/roles/role.ts'
import type { Membership } from './organization.ts'
import type { HeldOrganization } from './organization-store.ts'

/** Throws when nobody who may manage members and close the organization would be left: `next` is null for one who leaves. */
export async function refuseWithoutElevated(
  held: HeldOrganization,
  { user_id }: Membership,
  current: Role,
  next: Role | null,
): Promise<void> {
  if (!isCreatorEligible(current) || (next && isCreatorEligible(next))) return
  if (!(await held.hasElevatedMemberBeside(user_id)))
    throw new Refusal('organization_minimum_permissions_needed')
}
