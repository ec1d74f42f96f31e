import { parseEmailAddress, parsePhoneNumber, parseUsername } from '#server/users/identifiers.ts'
import { canSignIn, type IdentificationKind, type User } from '#server/users/user.ts'
import type { World } from '#server/world.ts'
import type { SignIn } from './sign-in.ts'

/** What a sign-in can begin with. */
const identifierKinds = ['email_address', 'phone_number', 'username'] as const satisfies IdentificationKind[]
export type SignInIdentifier = (typeof identifierKinds)[number]

export const supportedIdentifiers = ({ settings: { attributes } }: World): SignInIdentifier[] =>
  identifierKinds.filter((kind) => attributes[kind].enabled && attributes[kind].used_for_first_factor)

/** No username looks like an address or a number, so that a text is of one kind. */
export function readIdentifier(text: string): {
  readonly kind: SignInIdentifier
  readonly normalized: string
} {
  const email = parseEmailAddress(text)
  if (email) return { kind: 'email_address', normalized: email.normalized }
  const phone = parsePhoneNumber(text)
  if (phone) return { kind: 'phone_number', normalized: phone.normalized }
  return { kind: 'username', normalized: parseUsername(text).normalized }
}

/** The user who can sign in with the identifier, however it is typed. */
export async function accountOf(world: World, text: string): Promise<User | undefined> {
  const { kind, normalized } = readIdentifier(text)
  if (!supportedIdentifiers(world).includes(kind)) return undefined
  const id = await world.users.claimantOf(kind, normalized)
  const user = id === undefined ? undefined : await world.users.find(id)
  const isTheirs = user?.identifications.some(
    (one) => one.kind === kind && one.normalized === normalized && canSignIn(one),
  )
  return isTheirs ? user : undefined
}

/** Whether nobody may learn from this attempt what account it is about, or whether there is one. */
export const isConcealed = (world: World, signIn: Pick<SignIn, 'first_factor'>): boolean =>
  world.settings.enumeration_protection.enabled && !signIn.first_factor?.verified
