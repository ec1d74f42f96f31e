import { chmod, link, open, rename, stat, unlink } from 'node:fs/promises'
import { dirname } from 'node:path'
import { besides, reasonOf, syncFolder } from '#server/keys/key-files.ts'
import { BackupRefused } from './backup.ts'

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code ?? ''
const withoutLinks = ['EPERM', 'ENOTSUP', 'ENOSYS', 'EOPNOTSUPP', 'EINVAL']

export const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )

/** Gives a finished file its name, at once and on disk. Throws `EEXIST` rather than replace another file. */
export async function nameFile(temporary: string, path: string): Promise<void> {
  try {
    await link(temporary, path)
    await unlink(temporary)
  } catch (error) {
    // Some mounted file systems have no links.
    if (!withoutLinks.includes(codeOf(error))) throw error
    if (await isThere(path)) throw Object.assign(new Error('exists'), { code: 'EEXIST' })
    await rename(temporary, path)
  }
  await syncFolder(dirname(path))
}

/** A failed call of the file system, told in one line; anything else stays what it is. */
function cannotWrite(path: string, error: unknown): unknown {
  const code = codeOf(error)
  if (code === 'EEXIST')
    return new BackupRefused(`${path} is there already: choose another name, or add --force.`)
  if (!/^E[A-Z]+$/.test(code)) return error
  const reason = code === 'ENOENT' ? 'there is no such folder' : reasonOf(error)
  return new BackupRefused(`${path} cannot be written: ${reason}.`)
}

async function makePrivate(path: string): Promise<void> {
  const handle = await open(path, 'wx', 0o600)
  await handle.close()
  await chmod(path, 0o600)
}

/** Runs `write` on an empty private file beside `path`, which gets that name only when all went well. */
export async function writeWhole<T>(
  path: string,
  replaces: boolean,
  write: (temporary: string) => Promise<T>,
): Promise<T> {
  if (!replaces && (await isThere(path))) throw cannotWrite(path, { code: 'EEXIST' })
  const temporary = besides(path)
  await makePrivate(temporary).catch((error) => {
    throw cannotWrite(path, error)
  })
  try {
    const result = await write(temporary)
    const named = replaces ? replaceFile(temporary, path) : nameFile(temporary, path)
    await named.catch((error) => {
      throw cannotWrite(path, error)
    })
    return result
  } catch (error) {
    // SQLite leaves a journal where a disk was full.
    for (const end of ['', '-journal']) await unlink(temporary + end).catch(() => {})
    throw error
  }
}

async function replaceFile(temporary: string, path: string): Promise<void> {
  await rename(temporary, path)
  await syncFolder(dirname(path))
}
