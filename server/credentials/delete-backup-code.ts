import type { Input } from '#contract/operation.ts'
import type { deleteBackupCode as contract } from '#contract/users/delete-backup-code.ts'
import { Refusal } from '#server/refusal.ts'
import { changeUser } from '#server/users/change-user.ts'
import type { Call, World } from '#server/world.ts'
import type { UserNamed } from './disable-mfa.ts'

/** All of them. The other second factors stay. */
export async function deleteBackupCode(
  world: World,
  { user_id }: Input<typeof contract>,
  call: Call,
): Promise<UserNamed> {
  await changeUser(world, call, user_id, (user) => {
    if (!user.backup_code_enabled)
      throw new Refusal('resource_not_found', { resource: 'backup code of a user', id: user_id })
    return {
      attributes: { backup_code_enabled: false },
      backupCodes: [],
      changed: ['backup_code_enabled'],
      action: 'user.backup_codes.deleted',
    }
  })
  return { user_id }
}
