import type { FrontendInput } from '#contract/frontend/frontend-operation.ts'
import type { createOrganizationInvitations as contract } from '#contract/frontend/organizations/create-organization-invitations.ts'
import type { SeenInvitation } from '#server/organizations/seen-invitations.ts'
import type { ClientCall } from '#server/sessions/client-call.ts'
import type { World } from '#server/world.ts'
import { inviteAsMember } from './invite-as-member.ts'
import { stillThere } from './permitted.ts'

export async function createOrganizationInvitations(
  world: World,
  { organization_id, email_address, ...input }: FrontendInput<typeof contract>,
  call: ClientCall,
): Promise<SeenInvitation> {
  const invites = { ...input, addresses: [email_address] }
  return stillThere(await inviteAsMember(world, call, organization_id, invites))
}
