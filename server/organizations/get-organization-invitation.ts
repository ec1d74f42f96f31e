import type { Input } from '#contract/operation.ts'
import type { getOrganizationInvitation as contract } from '#contract/organizations/get-organization-invitation.ts'
import type { World } from '#server/world.ts'
import { unknownInvitation } from './accept-invitation.ts'
import { type SeenInvitation, seenInvitations } from './seen-invitations.ts'
import { organizationOf } from './within-organization.ts'

export async function getOrganizationInvitation(
  world: World,
  { organization_id, invitation_id }: Input<typeof contract>,
): Promise<SeenInvitation> {
  const organization = await organizationOf(world, organization_id)
  const invitation = await world.organizationInvitations.find(invitation_id)
  const isIts = invitation?.organization_id === organization.id
  const [seen] = isIts ? await seenInvitations(world, [invitation]) : []
  if (!seen) throw unknownInvitation(invitation_id)
  return seen
}
