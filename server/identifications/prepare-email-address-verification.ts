import type { prepareEmailAddressVerification as contract } from '#contract/email-addresses/prepare-email-address-verification.ts'
import type { Input } from '#contract/operation.ts'
import { sendCode } from '#server/credentials/codes.ts'
import type { Call, World } from '#server/world.ts'
import type { EmailVerification } from './email-verification.ts'
import { findOwned } from './owned-contact.ts'

export async function prepareEmailAddressVerification(
  world: World,
  input: Input<typeof contract>,
  call: Call,
): Promise<EmailVerification> {
  const { userId, own } = await findOwned(world, 'email_address', input.email_address_id)
  const code = await sendCode(world, call, {
    purpose: 'email_address',
    subject: own.id,
    userId,
    recipient: own.value,
    kind: 'verification_code',
  })
  return { code, status: 'unverified' }
}
