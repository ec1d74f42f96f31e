import type { FrontendInput } from '#contract/frontend/frontend-operation.ts'
import type { changePassword as contract } from '#contract/frontend/me/change-password.ts'
import { readNewPassword, storePassword } from '#server/credentials/new-password.ts'
import { problem, Refusal, refuseAny } from '#server/refusal.ts'
import type { ClientCall } from '#server/sessions/client-call.ts'
import { changeUser } from '#server/users/change-user.ts'
import { hasPassword, type User } from '#server/users/user.ts'
import type { World } from '#server/world.ts'
import { actingUser } from './acting-user.ts'
import { proveCurrentPassword, refuseChangedMeanwhile } from './current-password.ts'

const param = 'new_password'

async function readPassword(world: World, user: User, password: string) {
  const identifiers = async () => user.identifications.map((one) => one.normalized)
  const { given, problems } = await readNewPassword(world, { password }, identifiers)
  refuseAny(problems.map(({ name, details, meta }) => problem(name, { ...details, param }, meta)))
  return given!
}

/** The acting session goes on; the others end if that is asked for. */
export async function changePassword(
  world: World,
  input: FrontendInput<typeof contract>,
  call: ClientCall,
): Promise<User> {
  if (!world.settings.attributes.password.enabled) throw new Refusal('password_disabled')
  const before = await actingUser(world, call)
  if (hasPassword(before)) await proveCurrentPassword(world, call, before, input.current_password)
  const given = await readPassword(world, before, input.new_password)
  const password = await storePassword(world, before.id, given)
  const others = { except: call.session!.id }
  return changeUser(world, call, before.id, (user) => {
    refuseChangedMeanwhile(before, user)
    const at = Math.max(world.now(), user.updated_at)
    return {
      password,
      attributes: { password_last_updated_at: at, password_compromised_at: null },
      changed: ['password'],
      endsSessions: input.sign_out_of_other_sessions ? others : false,
    }
  })
}
