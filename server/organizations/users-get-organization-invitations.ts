import type { Input } from '#contract/operation.ts'
import type { usersGetOrganizationInvitations as contract } from '#contract/organizations/users-get-organization-invitations.ts'
import { unknownUser } from '#server/users/get-user.ts'
import { identificationsOf, type User } from '#server/users/user.ts'
import type { World } from '#server/world.ts'
import { invitationPage, pageOfInvitations, readStatuses } from './invitation-filters.ts'
import { refuseWithoutOrganizations } from './organization-settings.ts'
import type { SeenInvitations } from './seen-invitations.ts'

interface Asked {
  readonly status?: readonly string[]
  readonly limit?: number
  readonly offset?: number
}

/** Those of the addresses that the user has proved to own: anybody can claim another one. */
export function invitationsOf(
  world: World,
  user: User,
  { status, ...page }: Asked,
): Promise<SeenInvitations> {
  const verified = identificationsOf(user, 'email_address').filter((one) => one.status === 'verified')
  const filters = { normalized: verified.map(({ normalized }) => normalized), ...readStatuses(status) }
  return pageOfInvitations(world, filters, invitationPage(page))
}

export async function usersGetOrganizationInvitations(
  world: World,
  { user_id, ...asked }: Input<typeof contract>,
): Promise<SeenInvitations> {
  await refuseWithoutOrganizations(world)
  const user = await world.users.find(user_id)
  if (!user) throw unknownUser(user_id)
  return invitationsOf(world, user, asked)
}
