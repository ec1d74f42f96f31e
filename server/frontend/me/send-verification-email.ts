import type { FrontendInput } from '#contract/frontend/frontend-operation.ts'
import type { sendVerificationEmail as contract } from '#contract/frontend/me/send-verification-email.ts'
import { sendCode } from '#server/credentials/codes.ts'
import { Refusal } from '#server/refusal.ts'
import type { ClientCall } from '#server/sessions/client-call.ts'
import type { World } from '#server/world.ts'
import { actingId } from './acting-user.ts'
import { type OwnEmailAddress, ownEmailAddress } from './own-email-address.ts'

export async function sendVerificationEmail(
  world: World,
  input: FrontendInput<typeof contract>,
  call: ClientCall,
): Promise<OwnEmailAddress> {
  const own = await ownEmailAddress(world, call, input.email_id)
  if (own.status === 'verified') throw new Refusal('verification_already_verified')
  const code = await sendCode(world, call, {
    purpose: 'email_address',
    subject: own.id,
    userId: actingId(call),
    recipient: own.value,
    kind: 'verification_code',
  })
  return { own, pending: { code, status: 'unverified' } }
}
