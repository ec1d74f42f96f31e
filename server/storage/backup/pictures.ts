import type { DatabaseSync } from 'node:sqlite'
import type { ImageStore } from '#server/images/image-store.ts'
import { StorageUnavailable } from '../storage.ts'
import { BackupRefused, breathe, type TableOfBackup, type Watch } from './backup.ts'

export interface PictureOfBackup {
  readonly id: string
  readonly bytes: Uint8Array
}

const reaching = async <T>(what: string, work: Promise<T>): Promise<T> => {
  try {
    return await work
  } catch (error) {
    if (!(error instanceof StorageUnavailable)) throw error
    throw new BackupRefused(`${what}: ${error.message}.`, { cause: error })
  }
}

/**
 * Copies the files of the pictures that the copied users have; answers how many. One that was replaced since the moment of
 * the backup is gone, and its user comes back without it.
 */
export async function copyPictures(
  into: DatabaseSync,
  tables: readonly TableOfBackup[],
  images: ImageStore,
  watch: Watch,
): Promise<number> {
  into.exec('create table bartleby_pictures (id, bytes)')
  if (!tables.some(({ name, columns }) => name === 'users' && columns.includes('image_id'))) return 0
  const ids = into.prepare('select distinct image_id as id from users where image_id is not null').all()
  const insert = into.prepare('insert into bartleby_pictures values (?, ?)')
  let copied = 0
  for (const [done, row] of ids.entries()) {
    const id = String(row.id)
    const bytes = await reaching('The pictures cannot be read', images.find(id))
    if (bytes) {
      insert.run(id, bytes)
      copied++
    }
    watch.progress('copying pictures', done + 1, ids.length)
    await breathe(watch)
  }
  return copied
}

/** One after the other; none in a backup of a version that knew no pictures, or whose pictures lay in a bucket. */
export function* picturesOf(database: DatabaseSync): Generator<PictureOfBackup> {
  const found = database.prepare("select name from sqlite_master where name = 'bartleby_pictures'").get()
  if (found)
    for (const row of database.prepare('select id, bytes from bartleby_pictures').iterate())
      yield row as unknown as PictureOfBackup
}

/** Puts the pictures where this instance keeps its own; answers how many. Those that are there already are left as they are. */
export async function restorePictures(
  pictures: Iterable<PictureOfBackup>,
  images: ImageStore,
  watch: Watch,
): Promise<number> {
  let restored = 0
  for (const { id, bytes } of pictures) {
    const kept = images.keep(id, Buffer.from(bytes))
    await reaching('The database is restored, but its pictures are not: restore again with --force', kept)
    restored++
    await breathe(watch)
  }
  return restored
}
