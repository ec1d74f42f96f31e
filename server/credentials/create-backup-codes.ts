import { Refusal } from '#server/refusal.ts'
import { changeUser, differing } from '#server/users/change-user.ts'
import { secondFactorEnabled } from '#server/users/second-factor.ts'
import type { Call, World } from '#server/world.ts'
import { newBackupCodes, storeBackupCodes } from './backup-codes.ts'

/** Fresh codes in the place of all that are left, told this once. They stand in for another factor, so one must be there. */
export async function createBackupCodes(world: World, call: Call, userId: string): Promise<string[]> {
  if (!world.settings.attributes.backup_code.enabled)
    throw new Refusal('feature_not_enabled', { feature: 'backup codes' })
  const codes = newBackupCodes()
  const given = codes.map((code) => ({ code }))
  const backupCodes = storeBackupCodes(world, userId, given)
  await changeUser(world, call, userId, (user) => {
    if (!secondFactorEnabled(user)) throw new Refusal('backup_codes_not_available')
    const attributes = differing(user, { backup_code_enabled: true })
    const changed = ['backup_codes', ...Object.keys(attributes)]
    return { attributes, backupCodes, changed, action: 'user.backup_codes.created' }
  })
  return codes
}
