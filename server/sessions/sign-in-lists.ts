import { type Listable, onList } from '#server/access-lists/on-list.ts'
import { effectiveRestrictions } from '#server/instance-settings/effective-restrictions.ts'
import { Refusal } from '#server/refusal.ts'
import { isClaimed, type User } from '#server/users/user.ts'
import type { World } from '#server/world.ts'
import { readIdentifier } from './sign-in-account.ts'

/**
 * Whether the lists keep somebody with these identifiers from signing in. A blocked one is enough; of an allowlist one
 * has to be there. Somebody who has none that could be listed, such as a username alone, is free, as at creation.
 */
async function isKeptOut(world: World, identifiers: readonly Listable[]): Promise<boolean> {
  const restrictions = await effectiveRestrictions(world)
  if (restrictions.allowlist_blocklist_disabled_on_sign_in) return false
  const listable = identifiers.filter(({ kind }) => kind !== 'username')
  if (listable.length === 0) return false
  const { allowlist, blocklist } = restrictions
  if (blocklist.enabled && (await onList(world, 'blocklist', listable)).size > 0) return true
  return allowlist.enabled && (await onList(world, 'allowlist', listable)).size === 0
}

/** Looks at the text alone, whether anybody has it or not: so the answer tells nothing about accounts. */
export async function refuseListedText(world: World, text: string): Promise<void> {
  if (await isKeptOut(world, [readIdentifier(text)]))
    throw new Refusal('not_allowed_access', { identifier: text }, { identifiers: [text] })
}

/** Looks at all that the user has, however they came. Names no identifier: the caller may not know it. */
export async function refuseListedUser(world: World, user: User): Promise<void> {
  if (await isKeptOut(world, user.identifications.filter(isClaimed)))
    throw new Refusal('not_allowed_access', { identifier: 'This account' })
}
