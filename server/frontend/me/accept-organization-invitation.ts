import type { FrontendInput } from '#contract/frontend/frontend-operation.ts'
import type { acceptOrganizationInvitation as contract } from '#contract/frontend/me/accept-organization-invitation.ts'
import { acceptInvitation, unknownInvitation } from '#server/organizations/accept-invitation.ts'
import { type SeenInvitation, seenInvitations } from '#server/organizations/seen-invitations.ts'
import type { ClientCall } from '#server/sessions/client-call.ts'
import type { World } from '#server/world.ts'
import { isUnknown } from '../organizations/permitted.ts'
import { actingId } from './acting-user.ts'

/** Answers the invitation as it is afterwards. */
export async function acceptOrganizationInvitation(
  world: World,
  { invitation_id: id }: FrontendInput<typeof contract>,
  call: ClientCall,
): Promise<SeenInvitation> {
  await acceptInvitation(world, call, id, actingId(call)).catch((error) => {
    throw isUnknown(error) ? unknownInvitation(id) : error
  })
  const accepted = await world.organizationInvitations.find(id)
  const [seen] = accepted ? await seenInvitations(world, [accepted]) : []
  if (!seen) throw unknownInvitation(id)
  return seen
}
