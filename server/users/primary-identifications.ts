import { type Problem, problem } from '#server/refusal.ts'
import { type IdentificationKind, identificationsOf, type User, type UserAttributes } from './user.ts'

const primaries = {
  primary_email_address_id: 'email_address',
  primary_phone_number_id: 'phone_number',
  primary_web3_wallet_id: 'web3_wallet',
} as const satisfies Record<string, IdentificationKind>
type PrimaryKey = keyof typeof primaries
const keys = Object.keys(primaries) as PrimaryKey[]

/**
 * A primary identification must be the user's own, of the right kind and verified. That of somebody else
 * reads as one that does not exist. Null and the empty string mean no change.
 */
export function primaryChanges(
  user: User,
  input: Partial<Record<PrimaryKey, string | null>>,
): { attributes: Partial<UserAttributes>; problems: Problem[] } {
  const attributes: Partial<Record<PrimaryKey, string>> = {}
  const problems: Problem[] = []
  for (const key of keys) {
    const id = input[key]
    if (!id) continue
    const own = identificationsOf(user, primaries[key]).find((identification) => identification.id === id)
    if (!own) problems.push(problem('form_resource_not_found', { param: key }))
    else if (own.status !== 'verified') problems.push(problem('form_verification_needed', { param: key }))
    else attributes[key] = id
  }
  return { attributes, problems }
}
