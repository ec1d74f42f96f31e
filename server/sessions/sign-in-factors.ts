import {
  canSignIn,
  hasPassword,
  type Identification,
  identificationsOf,
  type User,
} from '#server/users/user.ts'
import type { World } from '#server/world.ts'
import { readIdentifier } from './sign-in-account.ts'

/** A way to take the first step, as answers show it. */
export interface OfferedFactor {
  readonly strategy: 'password' | 'email_code'
  readonly safe_identifier?: string
  readonly email_address_id?: string
  readonly primary?: boolean
}

/** Enough to recognise the address by, not enough to learn it. */
const masked = (address: string) => `${address[0]}***${address.slice(address.lastIndexOf('@'))}`

const takesPasswords = ({ settings: { attributes } }: World) => attributes.password.enabled
const mailsCodes = ({ settings: { attributes } }: World) =>
  attributes.email_address.enabled && attributes.email_address.used_for_first_factor

/** The addresses that a code can be mailed to, the primary one first. */
export function addressesOf(world: World, user: User): Identification[] {
  if (!mailsCodes(world)) return []
  const isPrimary = ({ id }: Identification) => id === user.primary_email_address_id
  const all = identificationsOf(user, 'email_address').filter(canSignIn)
  return [...all.filter(isPrimary), ...all.filter((one) => !isPrimary(one))]
}

export const firstFactorsOf = (world: World, user: User): OfferedFactor[] => [
  ...(takesPasswords(world) && hasPassword(user) ? [{ strategy: 'password' } as const] : []),
  ...addressesOf(world, user).map(
    ({ id, value }): OfferedFactor => ({
      strategy: 'email_code',
      safe_identifier: masked(value),
      email_address_id: id,
      primary: id === user.primary_email_address_id,
    }),
  ),
]

/** An id that is always the same for the identifier, and of nothing. */
export const feignedAddressId = (world: World, identifier: string): string => {
  const hash = world.vault.mac(readIdentifier(identifier).normalized, 'sign_in_factor')
  return `idn_${Buffer.from(hash).toString('hex').slice(0, 27)}`
}

/** What is offered for any identifier, whether anybody has it or not. */
export function feignedFactors(world: World, identifier: string): OfferedFactor[] {
  const { kind, normalized } = readIdentifier(identifier)
  return [
    ...(takesPasswords(world) ? [{ strategy: 'password' } as const] : []),
    ...(mailsCodes(world)
      ? [
          {
            strategy: 'email_code',
            ...(kind === 'email_address' ? { safe_identifier: masked(normalized) } : {}),
            email_address_id: feignedAddressId(world, identifier),
            primary: true,
          } as const,
        ]
      : []),
  ]
}

export const secondFactorsOf = (user: User): { readonly strategy: 'totp' | 'backup_code' }[] => [
  ...(user.totp_enabled ? [{ strategy: 'totp' } as const] : []),
  ...(user.backup_code_enabled ? [{ strategy: 'backup_code' } as const] : []),
]
