import type { Input } from '#contract/operation.ts'
import type { deleteTOTP as contract } from '#contract/users/delete-totp.ts'
import { Refusal } from '#server/refusal.ts'
import { decideWithin, type NamedChange } from '#server/users/change-user.ts'
import { unknownUser } from '#server/users/get-user.ts'
import { factorsChange } from '#server/users/second-factor.ts'
import type { User } from '#server/users/user.ts'
import type { Call, World } from '#server/world.ts'
import type { UserNamed } from './disable-mfa.ts'

function withoutTotp(user: User, now: number): NamedChange {
  if (!user.totp_enabled) return { changed: ['totp'], action: 'user.totp.deleted' }
  const at = Math.max(now, user.updated_at)
  const factors = factorsChange(user, { ...user, totp_enabled: false }, at)
  const attributes = { ...factors.attributes, totp_enabled: false }
  return { ...factors, attributes, changed: Object.keys(attributes), action: 'user.totp.deleted' }
}

/** Confirmed or not. Backup codes go too where no other second factor is left for them to stand in for. */
export async function deleteTOTP(
  world: World,
  { user_id }: Input<typeof contract>,
  call: Call,
): Promise<UserNamed> {
  const notThere = new Refusal('resource_not_found', { resource: 'TOTP of a user', id: user_id })
  const user = await decideWithin(
    world,
    call,
    (user, hadTotp: boolean) => {
      if (!hadTotp) throw notThere
      return withoutTotp(user, world.now())
    },
    (decide) => world.factors.removeTotp(user_id, decide),
  )
  if (!user) throw unknownUser(user_id)
  return { user_id }
}
