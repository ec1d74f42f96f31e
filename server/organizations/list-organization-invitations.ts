import type { Input } from '#contract/operation.ts'
import type { listOrganizationInvitations as contract } from '#contract/organizations/list-organization-invitations.ts'
import { parseEmailAddress } from '#server/users/identifiers.ts'
import type { World } from '#server/world.ts'
import { invitationPage, pageOfInvitations, readStatuses } from './invitation-filters.ts'
import type { SeenInvitations } from './seen-invitations.ts'
import { organizationOf } from './within-organization.ts'

export async function listOrganizationInvitations(
  world: World,
  { organization_id: idOrSlug, status, email_address, ...input }: Input<typeof contract>,
): Promise<SeenInvitations> {
  const page = invitationPage(input)
  const statuses = readStatuses(status)
  const { id: organization_id } = await organizationOf(world, idOrSlug)
  // One that is malformed is looked for as it is and found nowhere.
  const compared = (address: string) => parseEmailAddress(address)?.normalized ?? address
  const addresses = email_address ? { normalized: [compared(email_address)] } : {}
  return pageOfInvitations(world, { organization_id, ...statuses, ...addresses }, page)
}
