import type { Static } from 'typebox'
import type { TOTP } from '#contract/users/create-totp.ts'
import type { NamedUser } from '#contract/users/named-user.ts'
import type { verifyTOTP } from '#contract/users/verify-totp.ts'
import type { UserNamed } from '#server/credentials/disable-mfa.ts'
import type { CreatedTotp } from '#server/credentials/enrol-totp.ts'
import type { VerifiedFactor } from '#server/credentials/verify-totp.ts'
import type { AnswerText } from './route.ts'

export const presentVerifiedFactor = (
  verified: VerifiedFactor,
): AnswerText<Static<typeof verifyTOTP.result>> => JSON.stringify(verified)

export const presentNamedUser = (user: UserNamed): AnswerText<Static<typeof NamedUser>> =>
  JSON.stringify(user)

export function presentTotp({ stored, secret, uri }: CreatedTotp): AnswerText<Static<typeof TOTP>> {
  const { id, verified_at, created_at, updated_at } = stored
  const verified = verified_at !== null
  return JSON.stringify({
    object: 'totp',
    id,
    secret,
    uri,
    verified,
    backup_codes: [],
    created_at,
    updated_at,
  } satisfies Static<typeof TOTP>)
}
