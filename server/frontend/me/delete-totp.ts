import { deleteTOTP as removeTotp } from '#server/credentials/delete-totp.ts'
import { Refusal } from '#server/refusal.ts'
import type { ClientCall } from '#server/sessions/client-call.ts'
import type { World } from '#server/world.ts'
import { actingId } from './acting-user.ts'
import type { Deleted } from './deleted.ts'

export async function deleteTOTP(world: World, _input: object, call: ClientCall): Promise<Deleted> {
  const user_id = actingId(call)
  const totp = await world.factors.findTotp(user_id)
  if (!totp) throw new Refusal('resource_not_found', { resource: 'TOTP of a user', id: user_id })
  await removeTotp(world, { user_id }, call)
  return { object: 'totp', id: totp.id, deleted: true }
}
