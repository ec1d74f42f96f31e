import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { interruptible } from '#server/cli/interruptible.ts'
import type { Io } from '#server/cli/io.ts'
import { encryptionKeyFile } from '#server/keys/key-files.ts'
import { readEnvironment } from '#server/settings/environment.ts'
import { writeBackup } from '#server/storage/backup/write-backup.ts'
import { imageStore } from '#server/storage/images.ts'
import { openSnapshot } from '#server/storage/snapshot.ts'

type Env = Readonly<Record<string, string | undefined>>

/** Copies the database, as it is at one moment, into one file. Servers go on meanwhile. */
export function backUp(
  env: Env,
  io: Io,
  file: string,
  options: { force?: boolean; json?: boolean },
): Promise<number> {
  const { databaseUrl, data, encryptionKey, images: bucket } = readEnvironment(env)
  const path = resolve(file)
  return interruptible(io, async (watch, end) => {
    const snapshot = await openSnapshot({ databaseUrl, dataFolder: data })
    try {
      const replaces = options.force === true
      const images = bucket ? undefined : imageStore({ images: bucket, data })
      const { tables, ...manifest } = await writeBackup(snapshot, path, { ...watch, replaces, images })
      end()
      const rows = Object.fromEntries(tables.map((table) => [table.name, table.rows]))
      const { size: bytes } = await stat(path)
      if (options.json) return io.out(`${JSON.stringify({ file: path, bytes, ...manifest, rows })}\n`)
      const counts = Object.entries(rows).map(([name, number]) => `${name} ${number}`)
      io.out(
        `${path} holds the database, checked: ${counts.join(', ')}, pictures ${manifest.pictures} (${bytes} bytes).\n`,
      )
      if (bucket)
        io.err('The pictures are not in it: they lie in the bucket, which needs a copy of its own.\n')
      const where = encryptionKey ? 'BARTLEBY_ENCRYPTION_KEY' : `${encryptionKeyFile} in ${data}`
      io.err(
        `The encryption key is not in it, and what the key has encrypted cannot be read without it: keep a copy of ${where} in another place.\n`,
      )
    } finally {
      await snapshot.close()
    }
  })
}
