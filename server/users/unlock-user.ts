import type { Input } from '#contract/operation.ts'
import type { unlockUser as contract } from '#contract/users/unlock-user.ts'
import type { Call, World } from '#server/world.ts'
import { changeUser, differing } from './change-user.ts'
import { noFailures } from './lockout.ts'
import type { User } from './user.ts'

/** Lifts the lock, whatever set it, and forgets the failures: one more wrong attempt must not lock again. */
export const unlockUser = (world: World, input: Input<typeof contract>, call: Call): Promise<User> =>
  changeUser(world, call, input.user_id, (user) => {
    const attributes = differing(user, { locked_until: null, ...noFailures })
    const changed = [
      ...('locked_until' in attributes ? ['locked'] : []),
      ...('failed_attempts' in attributes || 'factor_failed_attempts' in attributes
        ? ['verification_attempts_remaining']
        : []),
    ]
    return { attributes, changed, action: 'user.unlocked' }
  })
