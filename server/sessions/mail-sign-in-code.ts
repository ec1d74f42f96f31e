import { sendCode } from '#server/credentials/codes.ts'
import { Refusal } from '#server/refusal.ts'
import type { User } from '#server/users/user.ts'
import type { World } from '#server/world.ts'
import type { ClientCall } from './client-call.ts'
import { userToProve } from './prove-first-factor.ts'
import type { SignIn } from './sign-in.ts'
import { wrongStep } from './sign-in-access.ts'
import { isConcealed, readIdentifier } from './sign-in-account.ts'
import { addressesOf, feignedAddressId } from './sign-in-factors.ts'

interface Recipient {
  readonly address: string
  readonly userId: string | null
  readonly withheld: boolean
}

/** Where accounts are concealed there always is one, though it may be of nobody. */
function concealedRecipient(
  world: World,
  identifier: string,
  user: User | undefined,
  addressId: string | null | undefined,
): Recipient {
  if (addressId && addressId !== feignedAddressId(world, identifier))
    throw new Refusal('form_resource_not_found', { param: 'email_address_id' })
  const { kind, normalized } = readIdentifier(identifier)
  const addresses = user && !user.banned ? addressesOf(world, user) : []
  const found =
    kind === 'email_address' ? addresses.find((one) => one.normalized === normalized) : addresses[0]
  return { address: found?.value ?? normalized, userId: user?.id ?? null, withheld: !found }
}

function knownRecipient(
  world: World,
  { identifier }: SignIn,
  user: User,
  addressId: string | null | undefined,
): Recipient {
  const addresses = addressesOf(world, user)
  if (addresses.length === 0) throw new Refusal('strategy_for_user_invalid')
  const typed = identifier === null ? undefined : readIdentifier(identifier).normalized
  const found = addressId
    ? addresses.find(({ id }) => id === addressId)
    : (addresses.find(({ normalized }) => normalized === typed) ?? addresses[0])
  if (!found) throw new Refusal('form_resource_not_found', { param: 'email_address_id' })
  return { address: found.value, userId: user.id, withheld: false }
}

/** Mails a code for the first step, in the place of any that was mailed for this attempt before. */
export async function mailSignInCode(
  world: World,
  call: ClientCall,
  signIn: SignIn,
  addressId: string | null | undefined,
): Promise<SignIn> {
  const { email_address } = world.settings.attributes
  if (!email_address.enabled || !email_address.used_for_first_factor)
    throw new Refusal('strategy_for_user_invalid')
  const user = await userToProve(world, signIn)
  const { address, userId, withheld } = isConcealed(world, signIn)
    ? concealedRecipient(world, signIn.identifier!, user, addressId)
    : knownRecipient(world, signIn, user!, addressId)
  const send = { purpose: 'sign_in', subject: signIn.id, kind: 'sign_in_code' } as const
  await sendCode(world, call, { ...send, userId, recipient: address, withheld })
  const change = { first_factor: { strategy: 'email_code', verified: false } as const }
  const moved = await world.signIns.move(signIn.id, 'needs_first_factor', change, world.now())
  if (!moved) throw wrongStep('complete')
  return moved
}
