import type { FrontendInput } from '#contract/frontend/frontend-operation.ts'
import type { verifyEmailAddress as contract } from '#contract/frontend/me/verify-email-address.ts'
import type { RefusalName } from '#contract/refusals.ts'
import { type CodeOutcome, checkCode } from '#server/credentials/codes.ts'
import { markVerified } from '#server/identifications/attempt-email-address-verification.ts'
import { contactOf } from '#server/identifications/owned-contact.ts'
import { Refusal } from '#server/refusal.ts'
import type { ClientCall } from '#server/sessions/client-call.ts'
import type { World } from '#server/world.ts'
import { type OwnEmailAddress, ownEmailAddress } from './own-email-address.ts'

const refusalOf: Record<Exclude<CodeOutcome, 'right'>, RefusalName> = {
  wrong: 'form_code_incorrect',
  expired: 'verification_expired',
  too_many: 'verification_failed',
  not_sent: 'verification_not_sent',
}

/** The code is used up even where another user has proved the address meanwhile: the unique index knows who was first. */
export async function verifyEmailAddress(
  world: World,
  input: FrontendInput<typeof contract>,
  call: ClientCall,
): Promise<OwnEmailAddress> {
  const { id, status } = await ownEmailAddress(world, call, input.email_id)
  if (status === 'verified') throw new Refusal('verification_already_verified')
  const outcome = await checkCode(world, { purpose: 'email_address', subject: id, code: input.code })
  if (outcome !== 'right') throw new Refusal(refusalOf[outcome], { param: 'code' })
  return { own: contactOf(await markVerified(world, call, id), id) }
}
