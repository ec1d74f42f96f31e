import { join, resolve } from 'node:path'
import { CannotDo } from '#server/cli/failure.ts'
import { interruptible } from '#server/cli/interruptible.ts'
import type { Io } from '#server/cli/io.ts'
import { checkEncryptionKey } from '#server/keys/encryption.ts'
import { encryptionKeyFile, ensureDataFolder, readKeyFile } from '#server/keys/key-files.ts'
import { readEnvironment, type Variables } from '#server/settings/environment.ts'
import { restorePictures } from '#server/storage/backup/pictures.ts'
import { type Backup, readBackup } from '#server/storage/backup/read-backup.ts'
import { restoreBackup } from '#server/storage/backup/restore-backup.ts'
import { imageStore } from '#server/storage/images.ts'

type Env = Readonly<Record<string, string | undefined>>

/** What the backup has encrypted would be lost in a place that has another key. */
async function refuseOtherKey({ instance }: Backup, { encryptionKey, data }: Variables): Promise<void> {
  if (!instance) return
  const path = join(data, encryptionKeyFile)
  const key = encryptionKey ?? (await readKeyFile(path))
  if (!key)
    throw new CannotDo(
      `The encryption key of the backup is missing: put it into ${path}, or set BARTLEBY_ENCRYPTION_KEY to it.`,
    )
  if (checkEncryptionKey(key, instance)) return
  throw new CannotDo(
    encryptionKey
      ? 'The value of BARTLEBY_ENCRYPTION_KEY is not the key that the backup was made with: set it to that one.'
      : `The key in ${path} is not the one that the backup was made with: put that one there, or set BARTLEBY_ENCRYPTION_KEY to it.`,
  )
}

/** Makes a database of a backup, in an empty place, on either engine. */
export function restore(
  env: Env,
  io: Io,
  file: string,
  options: { force?: boolean; json?: boolean },
): Promise<number> {
  const variables = readEnvironment(env)
  const { databaseUrl, data } = variables
  return interruptible(io, async (watch, end) => {
    const backup = await readBackup(resolve(file), watch)
    try {
      await refuseOtherKey(backup, variables)
      if (!databaseUrl) await ensureDataFolder(data)
      const replaces = options.force === true
      const aside = await restoreBackup(backup, { databaseUrl, dataFolder: data }, { ...watch, replaces })
      const pictures = await restorePictures(backup.pictures(), imageStore(variables), watch)
      end()
      const { tables, ...manifest } = backup.manifest
      const rows = Object.fromEntries(tables.map((table) => [table.name, table.rows]))
      if (options.json)
        return io.out(`${JSON.stringify({ ...manifest, rows, old_database: aside ?? null })}\n`)
      const counts = Object.entries(rows).map(([name, number]) => `${name} ${number}`)
      io.out(
        `The backup of ${new Date(manifest.created_at).toISOString()} is restored, checked: ${counts.join(', ')}, pictures ${pictures}.\n`,
      )
      if (aside) io.out(`The old database is now ${aside}\n`)
    } finally {
      backup.close()
    }
  })
}
