import type { Input } from '#contract/operation.ts'
import type { disableMFA as contract } from '#contract/users/disable-mfa.ts'
import { revised } from '#server/identifications/contact-change.ts'
import { decideWithin, type NamedChange } from '#server/users/change-user.ts'
import { unknownUser } from '#server/users/get-user.ts'
import { factorsChange } from '#server/users/second-factor.ts'
import type { User } from '#server/users/user.ts'
import type { Call, World } from '#server/world.ts'

export interface UserNamed {
  readonly user_id: string
}

const noFactor = { reserved_for_second_factor: false, default_second_factor: false }

function withoutFactors(user: User, hadTotp: boolean, now: number): NamedChange {
  const at = Math.max(now, user.updated_at)
  const identifications = user.identifications.map((one) => revised(one, noFactor, at))
  const add = identifications.filter((one, index) => one !== user.identifications[index])
  const { attributes } = factorsChange(user, { identifications, totp_enabled: false }, at)
  const all = {
    ...attributes,
    ...(user.totp_enabled ? { totp_enabled: false } : {}),
    ...(user.backup_code_enabled ? { backup_code_enabled: false } : {}),
  }
  return {
    attributes: all,
    add,
    remove: add.map(({ id }) => id),
    backupCodes: [],
    changed: [
      ...Object.keys(all),
      ...(add.length > 0 ? ['phone_numbers'] : []),
      ...(hadTotp && !user.totp_enabled ? ['totp'] : []),
    ],
    action: 'user.mfa.disabled',
  }
}

/** Removes every second factor at once, and an app that was never confirmed. Phone numbers stay, for signing in. */
export async function disableMFA(
  world: World,
  { user_id }: Input<typeof contract>,
  call: Call,
): Promise<UserNamed> {
  const user = await decideWithin(
    world,
    call,
    (user, hadTotp: boolean) => withoutFactors(user, hadTotp, world.now()),
    (decide) => world.factors.removeTotp(user_id, decide),
  )
  if (!user) throw unknownUser(user_id)
  return { user_id }
}
