import type { FrontendInput } from '#contract/frontend/frontend-operation.ts'
import type { getUsersOrganizationInvitations as contract } from '#contract/frontend/me/get-users-organization-invitations.ts'
import { refuseWithoutOrganizations } from '#server/organizations/organization-settings.ts'
import type { SeenInvitations } from '#server/organizations/seen-invitations.ts'
import { invitationsOf } from '#server/organizations/users-get-organization-invitations.ts'
import type { ClientCall } from '#server/sessions/client-call.ts'
import type { World } from '#server/world.ts'
import { actingUser } from './acting-user.ts'

export async function getUsersOrganizationInvitations(
  world: World,
  asked: FrontendInput<typeof contract>,
  call: ClientCall,
): Promise<SeenInvitations> {
  await refuseWithoutOrganizations(world)
  return invitationsOf(world, await actingUser(world, call), asked)
}
