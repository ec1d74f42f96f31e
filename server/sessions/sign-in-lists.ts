import { onList } from '#server/access-lists/on-list.ts'
import { effectiveRestrictions } from '#server/instance-settings/effective-restrictions.ts'
import { Refusal } from '#server/refusal.ts'
import { isClaimed, type User } from '#server/users/user.ts'
import type { World } from '#server/world.ts'
import { readIdentifier } from './sign-in-account.ts'

/** Whether a list holds for those who sign in. */
async function listsAtSignIn(world: World) {
  const {
    allowlist,
    blocklist,
    allowlist_blocklist_disabled_on_sign_in: off,
  } = await effectiveRestrictions(world)
  return { allows: allowlist.enabled && !off, blocks: blocklist.enabled && !off }
}

/** Looks at the text alone, whether anybody has it or not: so the answer tells nothing about accounts. */
export async function refuseBlockedText(world: World, text: string): Promise<void> {
  if (!(await listsAtSignIn(world)).blocks) return
  if ((await onList(world, 'blocklist', [readIdentifier(text)])).size > 0)
    throw new Refusal('not_allowed_access', { identifier: text }, { identifiers: [text] })
}

/**
 * One blocked identifier keeps a user out. Of an allowlist one has to be there, unless the user was invited; somebody
 * who has none that could be listed, such as a username alone, is free, as at creation.
 */
async function isKeptOut(world: World, user: User): Promise<boolean> {
  const { allows, blocks } = await listsAtSignIn(world)
  const listable = user.identifications.filter((one) => one.kind !== 'username' && isClaimed(one))
  if (blocks && (await onList(world, 'blocklist', listable)).size > 0) return true
  if (!allows || listable.length === 0 || listable.some(({ strategy }) => strategy === 'ticket')) return false
  return (await onList(world, 'allowlist', listable)).size === 0
}

/** Names no identifier: whoever signs in need not know all that the account has. */
export async function refuseListedUser(world: World, user: User): Promise<void> {
  if (await isKeptOut(world, user)) throw new Refusal('not_allowed_access', { identifier: 'This account' })
}
