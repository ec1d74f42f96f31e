import type { Input } from '#contract/operation.ts'
import type { verifyTOTP as contract } from '#contract/users/verify-totp.ts'
import { Refusal } from '#server/refusal.ts'
import type { Call, World } from '#server/world.ts'
import { acceptTotp } from './accept-totp.ts'
import { attemptFactor, takesBackupCode, takesTotp, userToCheck } from './check-second-factor.ts'
import { consumeBackupCode } from './consume-backup-code.ts'

export interface VerifiedFactor {
  readonly verified: true
  readonly code_type: 'totp' | 'backup_code'
}

const totpCodeLength = 6

/**
 * One attempt for both kinds of code: an imported backup code may have six digits too. A right code confirms an
 * app that was not yet, because the Backend API has no other way to confirm one; until then no backup code
 * stands in for it.
 */
export async function verifyTOTP(
  world: World,
  input: Input<typeof contract>,
  call: Call,
): Promise<VerifiedFactor> {
  const { user_id: userId, code } = input
  const user = await userToCheck(world, userId)
  const totp = takesTotp(world) ? await world.factors.findTotp(userId) : undefined
  if (!totp) throw new Refusal('totp_disabled')
  const counts = world.settings.user_lockout.verify_totp_counts
  const code_type = await attemptFactor(world, call, userId, counts, async () => {
    if (await acceptTotp(world, call, userId, totp, code)) return 'totp'
    const mayBeBackup = totp.verified_at !== null && takesBackupCode(world, user)
    return mayBeBackup && (await consumeBackupCode(world, call, userId, code)) && 'backup_code'
  })
  if (code_type) return { verified: true, code_type }
  throw new Refusal(code.length === totpCodeLength ? 'totp_incorrect_code' : 'totp_invalid_length')
}
