import { mkdir, open, readdir, readFile, rename, rm, stat, unlink, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { isImageId } from '#server/images/image-id.ts'
import type { ImageStore, StoredImage } from '#server/images/image-store.ts'
import { besides, syncFolder } from '#server/keys/key-files.ts'
import { StorageUnavailable } from './storage.ts'

export const imagesFolder = (dataFolder: string): string => join(dataFolder, 'images')

const end = '.webp'
const asideEnd = '.webp.going'
/** A crash has left it when it is older than any write takes. */
const temporaryMs = 60 * 60 * 1000

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code

/** A full, read-only or vanished disk is no bug: it is told as a storage that is away. */
async function reaching<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (codeOf(error) === undefined) throw error
    throw new StorageUnavailable(`the folder of the pictures: ${codeOf(error)}`, { cause: error })
  }
}

/** What `work` answers, or undefined where the file is not there. */
const ifThere = <T>(work: Promise<T>): Promise<T | undefined> =>
  work.catch((error) => {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  })

async function writeDurably(folder: string, path: string, bytes: Buffer): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const temporary = besides(path)
  try {
    const handle = await open(temporary, 'wx', 0o600)
    try {
      await handle.writeFile(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {})
    throw error
  }
  await syncFolder(folder)
}

function storedOf(name: string, keptAt: number): StoredImage | undefined {
  const isAside = name.endsWith(asideEnd)
  const id = name.slice(0, isAside ? -asideEnd.length : -end.length)
  return isImageId(id) && name === id + (isAside ? asideEnd : end) ? { id, keptAt, isAside } : undefined
}

/** Pictures as files of one folder, which several servers may share. */
export function imageFolder(folder: string): ImageStore {
  const pathOf = (id: string) => join(folder, id + end)
  const asideOf = (id: string) => join(folder, id + asideEnd)
  return {
    keep: (id, bytes) =>
      reaching(async () => {
        const now = new Date()
        // The file is that of these bytes, or it would have another name; its new time keeps the sweep away.
        const isKept = await ifThere(utimes(pathOf(id), now, now).then(() => true))
        if (!isKept) await writeDurably(folder, pathOf(id), bytes)
      }),
    find: (id) => reaching(() => ifThere(readFile(pathOf(id)))),
    has: (id) => reaching(async () => (await ifThere(stat(pathOf(id)))) !== undefined),
    setAside: (id) =>
      reaching(async () => {
        await ifThere(rename(pathOf(id), asideOf(id)))
      }),
    bringBack: (id) =>
      reaching(async () => {
        await ifThere(rename(asideOf(id), pathOf(id)))
        await syncFolder(folder)
      }),
    discard: (id) =>
      reaching(async () => {
        await ifThere(unlink(asideOf(id)))
      }),
    async *list() {
      for (const name of (await reaching(() => ifThere(readdir(folder)))) ?? []) {
        const found = await reaching(() => ifThere(stat(join(folder, name))))
        const stored = found && storedOf(name, found.mtimeMs)
        if (stored) yield stored
        else if (found && name.endsWith('.tmp') && found.mtimeMs < Date.now() - temporaryMs)
          await rm(join(folder, name), { force: true })
      }
    },
  }
}
