import type { Input } from '#contract/operation.ts'
import type { unsetUserPasswordCompromised as contract } from '#contract/users/unset-user-password-compromised.ts'
import { Refusal } from '#server/refusal.ts'
import { changeUser, differing } from '#server/users/change-user.ts'
import { hasPassword, type User } from '#server/users/user.ts'
import type { Call, World } from '#server/world.ts'

export const unsetUserPasswordCompromised = (
  world: World,
  input: Input<typeof contract>,
  call: Call,
): Promise<User> =>
  changeUser(world, call, input.user_id, (user) => {
    if (!hasPassword(user)) throw new Refusal('no_password_set')
    const attributes = differing(user, { password_compromised_at: null })
    return {
      attributes,
      changed: Object.keys(attributes).map(() => 'password_compromised'),
      action: 'user.password.uncompromised',
    }
  })
