import type { FrontendInput } from '#contract/frontend/frontend-operation.ts'
import type { verifyTOTP as contract } from '#contract/frontend/me/verify-totp.ts'
import { confirmTotp } from '#server/credentials/enrol-totp.ts'
import { Refusal } from '#server/refusal.ts'
import type { ClientCall } from '#server/sessions/client-call.ts'
import type { World } from '#server/world.ts'
import { actingId } from './acting-user.ts'
import type { OwnTotp } from './own-totp.ts'

export async function verifyTOTP(
  world: World,
  { code }: FrontendInput<typeof contract>,
  call: ClientCall,
): Promise<OwnTotp> {
  const userId = actingId(call)
  const confirmed = await confirmTotp(world, call, userId, code)
  if (confirmed === 'wrong') throw new Refusal('form_code_incorrect', { param: 'code' })
  const stored = confirmed === 'none' ? undefined : await world.factors.findTotp(userId)
  if (confirmed === 'none' || !stored) throw new Refusal('totp_disabled')
  return { stored, secret: null, uri: null, backupCodes: confirmed.backupCodes }
}
