import type { attemptEmailAddressVerification as contract } from '#contract/email-addresses/attempt-email-address-verification.ts'
import type { Input } from '#contract/operation.ts'
import { isVoid, tryCode } from '#server/credentials/codes.ts'
import { Refusal } from '#server/refusal.ts'
import type { Call, World } from '#server/world.ts'
import { contactChange, revised } from './contact-change.ts'
import type { EmailVerification } from './email-verification.ts'
import { changeContact, findContact } from './owned-contact.ts'

/** Proved by the code; the first verified address of a user becomes the primary one. */
export const markVerified = (world: World, call: Call, id: string) =>
  changeContact(world, call, 'email_address', id, (user, own) => {
    if (own.status === 'verified') return { changed: [] }
    const now = world.now()
    const after = revised(own, { status: 'verified', strategy: 'email_code' }, now)
    const identifications = user.identifications.map((one) => (one === own ? after : one))
    const primary = user.primary_email_address_id === null ? { primary: own.id } : {}
    return contactChange(user, 'email_address', { identifications, ...primary }, now)
  })

/** Tries the code that was mailed to the address; the answer tells what came of it, also of a wrong one. */
export async function attemptEmailAddressVerification(
  world: World,
  input: Input<typeof contract>,
  call: Call,
): Promise<EmailVerification> {
  const { email_address_id: subject, verification_id: id, code } = input
  await findContact(world, 'email_address', subject)
  const { outcome, stored } = await tryCode(world, { purpose: 'email_address', subject, id }, code)
  if (!stored) throw new Refusal('resource_not_found', { resource: 'verification', id })
  if (outcome === 'not_sent') throw new Refusal('verification_already_verified')
  if (outcome === 'right') {
    await markVerified(world, call, subject)
    return { code: stored, status: 'verified' }
  }
  if (outcome === 'expired') return { code: stored, status: 'expired' }
  return { code: stored, status: isVoid(stored) ? 'failed' : 'unverified' }
}
