import { randomBytes } from 'node:crypto'
import { access, constants, link, mkdir, open, readFile, rename, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { encryptionKeyProblem } from '#server/keys/key-format.ts'
import { InvalidStart } from '#server/settings/environment.ts'

/** A key's file, and whether this call wrote it. */
export interface KeyFile {
  readonly path: string
  readonly value: string
  readonly created: boolean
}

export const encryptionKeyFile = 'encryption-key'
/** The three lines for the `.env` file of an app. */
export const clerkEnvFile = 'clerk.env'
/** One for each environment, so that an instance that goes live keeps no test key in use. */
export const secretKeyFile = (environment: string) => `secret-key-${environment}`

export const generateEncryptionKey = (): string => {
  for (;;) {
    const key = randomBytes(32).toString('base64')
    if (!encryptionKeyProblem(key)) return key
  }
}

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code ?? ''
const reasons: Record<string, string> = {
  EACCES: 'permission denied',
  EPERM: 'operation not permitted',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EEXIST: 'a file stands in its place',
  ENOTDIR: 'a part of the path is a file',
  EISDIR: 'a folder stands in its place',
}
/** Why a file system call failed, for one line. */
export const reasonOf = (error: unknown): string => reasons[codeOf(error)] ?? (codeOf(error) || String(error))

/** Creates the folder unless it is there, readable by its owner alone. */
export async function ensureDataFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    throw new InvalidStart(
      `The data folder ${folder} cannot be written (${reasonOf(error)}): set BARTLEBY_DATA to a folder that can.`,
    )
  }
}

/** Makes sure that what was renamed or linked in the folder is so after a crash. */
export async function syncFolder(folder: string): Promise<void> {
  // Windows has no way to sync a folder; its file system keeps a journal of its entries.
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function writeDurably(path: string, text: string): Promise<void> {
  const handle = await open(path, 'wx', 0o600)
  try {
    await handle.writeFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** A name that nobody else has, in the same folder. */
export const besides = (path: string) => `${path}.${process.pid}.${randomBytes(4).toString('hex')}.tmp`

/** False when the file is there already. The file appears with all of its content or not at all. */
async function createOnce(path: string, text: string): Promise<boolean> {
  const temporary = besides(path)
  try {
    await writeDurably(temporary, text)
    await link(temporary, path)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    // Some mounted file systems have no links; there a reader may meet the file while it is empty.
    if (!['EPERM', 'ENOTSUP', 'ENOSYS', 'EOPNOTSUPP', 'EINVAL'].includes(codeOf(error))) throw error
    return await writeDurably(path, text).then(
      () => true,
      (failure) => {
        if (codeOf(failure) === 'EEXIST') return false
        throw failure
      },
    )
  } finally {
    await unlink(temporary).catch(() => {})
    await syncFolder(dirname(path))
  }
}

/** The key, without surrounding white space; undefined when there is no such file. */
export async function readKeyFile(path: string): Promise<string | undefined> {
  for (let attempt = 0; ; attempt++) {
    try {
      const value = (await readFile(path, 'utf8')).trim()
      if (value || attempt === 20) return value
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return undefined
      throw error
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/**
 * The key in the file, generated and written on the first call. Of several processes that start at
 * once one writes and all read the same key.
 */
export async function keyFromFile(
  path: string,
  generate: () => string,
  problemOf: (value: string) => string | undefined,
): Promise<KeyFile> {
  let value: string | undefined
  let created = false
  try {
    value = await readKeyFile(path)
    if (value === undefined) {
      created = await createOnce(path, `${generate()}\n`)
      value = await readKeyFile(path)
    }
  } catch (error) {
    throw new InvalidStart(`The key file ${path} cannot be used: ${reasonOf(error)}.`)
  }
  const problem = problemOf(value ?? '')
  if (problem) throw new InvalidStart(`The key in ${path} ${problem}. Restore the file from a backup.`)
  return { path, value: value!, created }
}

/** Replaces a file that is readable by its owner alone, whole; true when it was not there before. */
export async function writePrivateFile(path: string, text: string): Promise<boolean> {
  try {
    if (await createOnce(path, text)) return true
    const temporary = besides(path)
    await writeDurably(temporary, text)
    await rename(temporary, path)
    await syncFolder(dirname(path))
    return false
  } catch (error) {
    throw new InvalidStart(`The file ${path} cannot be written: ${reasonOf(error)}.`)
  }
}

/** Whether a file of that name is in the folder. */
export const hasFile = (folder: string, name: string): Promise<boolean> =>
  access(join(folder, name)).then(
    () => true,
    () => false,
  )
