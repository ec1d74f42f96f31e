import type { User as WireUser } from '#contract/frontend/user.ts'
import { ownMemberships } from '#server/organizations/own-memberships.ts'
import type { SeenMembership } from '#server/organizations/seen-memberships.ts'
import type { ClientCall } from '#server/sessions/client-call.ts'
import type { User } from '#server/users/user.ts'
import type { World } from '#server/world.ts'
import { presentSeenUser } from '../present-user.ts'
import type { AnswerText } from '../route.ts'
import { presentSeenMembership } from './present-organization.ts'

/** Of all users at once, and of each of them once in an answer, however often it shows them. */
export async function membershipsOf(
  users: readonly User[],
  world: World,
  call: ClientCall,
): Promise<ReadonlyMap<string, readonly SeenMembership[]>> {
  call.memberships ??= new Map()
  const unread = users.filter(({ id }) => !call.memberships!.has(id))
  if (unread.length === 0) return call.memberships
  for (const [id, seen] of await ownMemberships(world, unread)) call.memberships.set(id, seen)
  return call.memberships
}

/** The user with their memberships. */
export async function presentOwnUser(
  user: User,
  world: World,
  call: ClientCall,
): Promise<AnswerText<WireUser>> {
  const seen = (await membershipsOf([user], world, call)).get(user.id) ?? []
  return presentSeenUser(
    user,
    world,
    seen.map((one) => presentSeenMembership(one, world)),
  )
}
