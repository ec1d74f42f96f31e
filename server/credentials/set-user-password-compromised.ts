import type { Input } from '#contract/operation.ts'
import type { setUserPasswordCompromised as contract } from '#contract/users/set-user-password-compromised.ts'
import { Refusal } from '#server/refusal.ts'
import { changeUser } from '#server/users/change-user.ts'
import { hasPassword, type User } from '#server/users/user.ts'
import type { Call, World } from '#server/world.ts'

/** Sessions end also when the mark stands already: the caller asks for it. */
export async function setUserPasswordCompromised(
  world: World,
  input: Input<typeof contract>,
  call: Call,
): Promise<User> {
  if (!world.settings.attributes.password.enabled) throw new Refusal('password_disabled')
  const now = world.now()
  return changeUser(world, call, input.user_id, (user) => {
    if (!hasPassword(user)) throw new Refusal('no_password_set')
    const endsSessions = input.revoke_all_sessions ?? false
    if (user.password_compromised_at !== null && !endsSessions) return { changed: [] }
    return {
      attributes: { password_compromised_at: user.password_compromised_at ?? now },
      changed: ['password_compromised'],
      action: 'user.password.compromised',
      endsSessions,
    }
  })
}
