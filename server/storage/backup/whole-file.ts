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

/** Runs `write` on an empty private file beside `path`, which gets that name only when all went well. */
export async function writeWhole<T>(
  path: string,
  replaces: boolean,
  write: (temporary: string) => Promise<T>,
): Promise<T> {
  const exists = () => new BackupRefused(`${path} is there already: choose another name, or add --force.`)
  if (!replaces && (await isThere(path))) throw exists()
  const temporary = besides(path)
  try {
    const handle = await open(temporary, 'wx', 0o600)
    await handle.close()
    await chmod(temporary, 0o600)
    const result = await write(temporary)
    if (replaces) {
      await rename(temporary, path)
      await syncFolder(dirname(path))
    } else await nameFile(temporary, path)
    return result
  } catch (error) {
    await unlink(temporary).catch(() => {})
    if (codeOf(error) === 'EEXIST') throw exists()
    if (!codeOf(error).startsWith('E') || codeOf(error).startsWith('ERR_')) throw error
    const reason = codeOf(error) === 'ENOENT' ? 'there is no such folder' : reasonOf(error)
    throw new BackupRefused(`${path} cannot be written: ${reason}.`)
  }
}
