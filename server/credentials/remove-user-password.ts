import type { Input } from '#contract/operation.ts'
import type { removeUserPassword as contract } from '#contract/users/remove-user-password.ts'
import { changeUser } from '#server/users/change-user.ts'
import { hasPassword, type User } from '#server/users/user.ts'
import type { Call, World } from '#server/world.ts'

/** What it is to have no password any more. */
export const passwordRemoval = {
  attributes: { password_last_updated_at: null, password_compromised_at: null },
  password: null,
  changed: ['password'],
  action: 'user.password.removed',
} as const

/** Also where nothing else is left to sign in with: an administrator's word. */
export const removeUserPassword = (world: World, input: Input<typeof contract>, call: Call): Promise<User> =>
  changeUser(world, call, input.user_id, (user) =>
    hasPassword(user)
      ? { ...passwordRemoval, endsSessions: input.sign_out_of_other_sessions ?? false }
      : { changed: [] },
  )
