import type { FrontendInput } from '#contract/frontend/frontend-operation.ts'
import type { bulkCreateOrganizationInvitations as contract } from '#contract/frontend/organizations/bulk-create-organization-invitations.ts'
import type { SeenInvitation } from '#server/organizations/seen-invitations.ts'
import type { ClientCall } from '#server/sessions/client-call.ts'
import type { World } from '#server/world.ts'
import { inviteAsMember } from './invite-as-member.ts'

export const bulkCreateOrganizationInvitations = (
  world: World,
  { organization_id, email_address: addresses, ...input }: FrontendInput<typeof contract>,
  call: ClientCall,
): Promise<SeenInvitation[]> => inviteAsMember(world, call, organization_id, { ...input, addresses })
