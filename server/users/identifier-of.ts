import { identificationsOf, type User } from './user.ts'

export const usernameOf = (user: User): string | null => identificationsOf(user, 'username')[0]?.value ?? null

/** What the user is best known by: the primary address, number or wallet, else the username, else what there is. */
export function identifierOf(user: User): string {
  const ids = [user.primary_email_address_id, user.primary_phone_number_id, user.primary_web3_wallet_id]
  const primary = user.identifications.find((one) => ids.includes(one.id))
  return primary?.value ?? usernameOf(user) ?? user.identifications[0]?.value ?? ''
}
