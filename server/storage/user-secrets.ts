import type { Transaction } from 'kysely'
import type { StoredPassword } from '#server/credentials/password-store.ts'
import type { StoredBackupCode, StoredTotp } from '#server/credentials/second-factors.ts'
import type { Tables } from './tables.ts'

/** What lies apart from the user. Undefined stays; null or an empty list goes. */
export interface UserSecrets {
  readonly password?: StoredPassword | null | undefined
  readonly totp?: StoredTotp | null | undefined
  readonly backupCodes?: readonly StoredBackupCode[] | undefined
}

async function writePassword(transaction: Transaction<Tables>, user_id: string, password: StoredPassword) {
  const { hasher, digest } = password
  await transaction
    .insertInto('passwords')
    .values({ user_id, hasher, digest })
    .onConflict((conflict) => conflict.column('user_id').doUpdateSet({ hasher, digest }))
    .execute()
}

async function writeTotp(transaction: Transaction<Tables>, user_id: string, totp: StoredTotp) {
  const { id, secret, verified_at, last_step, created_at, updated_at } = totp
  const columns = { id, secret, verified_at, last_step, created_at, updated_at }
  await transaction
    .insertInto('totps')
    .values({ user_id, ...columns })
    .onConflict((conflict) => conflict.column('user_id').doUpdateSet(columns))
    .execute()
}

async function writeBackupCodes(
  transaction: Transaction<Tables>,
  user_id: string,
  codes: readonly StoredBackupCode[],
) {
  await transaction.deleteFrom('backup_codes').where('user_id', '=', user_id).execute()
  if (codes.length === 0) return
  const rows = codes.map(({ digest, hasher }) => ({ user_id, digest, hasher }))
  await transaction.insertInto('backup_codes').values(rows).execute()
}

export async function writeSecrets(
  transaction: Transaction<Tables>,
  userId: string,
  { password, totp, backupCodes }: UserSecrets,
): Promise<void> {
  if (password) await writePassword(transaction, userId, password)
  if (password === null) await transaction.deleteFrom('passwords').where('user_id', '=', userId).execute()
  if (totp) await writeTotp(transaction, userId, totp)
  if (totp === null) await transaction.deleteFrom('totps').where('user_id', '=', userId).execute()
  if (backupCodes) await writeBackupCodes(transaction, userId, backupCodes)
}
