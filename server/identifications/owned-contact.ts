import { Refusal } from '#server/refusal.ts'
import { changeUser, type NamedChange } from '#server/users/change-user.ts'
import type { Identification, User } from '#server/users/user.ts'
import type { Call, World } from '#server/world.ts'
import { type ContactKind, contacts } from './contact.ts'

const unknownContact = (kind: ContactKind, id: string) =>
  new Refusal('identification_not_found', { resource: contacts[kind].noun, id })

function ownOf(user: User | undefined, kind: ContactKind, id: string): Identification {
  const own = user?.identifications.find((one) => one.kind === kind && one.id === id)
  if (!own) throw unknownContact(kind, id)
  return own
}

/** Finds it with its user; an id of another kind is unknown here. */
export async function findOwned(
  world: World,
  kind: ContactKind,
  id: string,
): Promise<{ userId: string; own: Identification }> {
  const owner = await world.users.ownerOf(id)
  const user = owner === undefined ? undefined : await world.users.find(owner)
  return { own: ownOf(user, kind, id), userId: user!.id }
}

export const findContact = async (world: World, kind: ContactKind, id: string): Promise<Identification> =>
  (await findOwned(world, kind, id)).own

/**
 * One write to the user who has it. An identification never changes hands, but it may be gone by the time
 * that the row is held: `decide` runs only if it is still there.
 */
export async function changeContact(
  world: World,
  call: Call,
  kind: ContactKind,
  id: string,
  decide: (user: User, own: Identification) => NamedChange,
): Promise<User> {
  const unknown = () => unknownContact(kind, id)
  const owner = await world.users.ownerOf(id)
  if (owner === undefined) throw unknown()
  return changeUser(world, call, owner, (user) => decide(user, ownOf(user, kind, id)), unknown)
}

/** What has become of it, or of the new one, after the write. */
export const contactOf = (user: User, id: string): Identification =>
  user.identifications.find((one) => one.id === id)!
