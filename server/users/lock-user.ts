import type { Input } from '#contract/operation.ts'
import type { lockUser as contract } from '#contract/users/lock-user.ts'
import { Refusal } from '#server/refusal.ts'
import type { Call, World } from '#server/world.ts'
import { changeUser } from './change-user.ts'
import { lockedUntil } from './lockout.ts'
import type { User } from './user.ts'

/** Keeps sign-in out for the duration in the settings. The attempts that are left stay as they are. */
export async function lockUser(world: World, input: Input<typeof contract>, call: Call): Promise<User> {
  const { user_lockout: lockout } = world.settings
  if (!lockout.enabled) throw new Refusal('feature_not_enabled', { feature: 'user lockout' })
  const until = lockedUntil(lockout, world.now())
  return changeUser(world, call, input.user_id, (user) =>
    user.locked_until === until
      ? { changed: [] }
      : { attributes: { locked_until: until }, changed: ['locked'], action: 'user.locked' },
  )
}
