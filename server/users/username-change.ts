import { Refusal } from '#server/refusal.ts'
import type { Settings } from '#server/settings/settings.ts'
import { parseUsername } from './identifiers.ts'
import { newIdentification } from './new-identifications.ts'
import { canSignIn, identificationsOf, type User } from './user.ts'
import type { UserChange } from './user-store.ts'

/**
 * Sets or removes the username; undefined when nothing changes. It can go only where the instance does
 * not require one and another identifier is left to sign in with.
 */
export function usernameChange(
  user: User,
  username: string | null | undefined,
  settings: Settings,
  now: number,
): UserChange | undefined {
  if (username === undefined) return undefined
  const [present] = identificationsOf(user, 'username')
  if (username === null || username === '') {
    if (!present) return undefined
    if (settings.attributes.username.required)
      throw new Refusal('breaks_instance_invariant', { param: 'username' })
    const others = user.identifications.filter((one) => one.kind !== 'username' && canSignIn(one))
    if (others.length === 0) throw new Refusal('identification_deletion_failed', { param: 'username' })
    return { remove: [present.id] }
  }
  if (present?.value === username) return undefined
  return {
    remove: present ? [present.id] : [],
    add: [newIdentification('username', parseUsername(username), 'verified', now)],
  }
}
