import { access, constants, stat, statfs } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type Check, checksOf } from '#server/cli/doctor-check.ts'
import { clerkEnvFile, encryptionKeyFile, hasFile, reasonOf, secretKeyFile } from '#server/keys/key-files.ts'
import type { Variables } from '#server/settings/environment.ts'
import { databaseFileName } from '#server/storage/dialects/sqlite.ts'

const mebibyte = 2 ** 20
const gibibyte = 2 ** 30

export function checkNode(version: string): Check {
  const { ok, problem } = checksOf('Node')
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major > 24 || (major === 24 && minor >= 7)) return ok(version)
  return problem(`${version} is too old`, 'install Node 24.7 or newer')
}

const sizeOf = (bytes: number) =>
  bytes >= gibibyte ? `${(bytes / gibibyte).toFixed(1)} GiB` : `${Math.floor(bytes / mebibyte)} MiB`

export function checkDisk(folder: string, freeBytes: number, allBytes: number): Check {
  const { ok, warning, problem } = checksOf('disk')
  const share = Math.floor((freeBytes / allBytes) * 100)
  const text = `${sizeOf(freeBytes)} (${share} %) free for ${folder}`
  if (freeBytes < 100 * mebibyte) return problem(`only ${text}`, 'make room: without it every write fails')
  if (freeBytes < gibibyte || freeBytes < allBytes / 10) return warning(`only ${text}`, 'make room soon')
  return ok(text)
}

/** Windows keeps rights in another way than a mode. */
const isOpenToOthers = (mode: number) => process.platform !== 'win32' && (mode & 0o077) !== 0
const shown = (mode: number) => (mode & 0o777).toString(8).padStart(4, '0')

async function checkFolder({ data, databaseUrl }: Variables): Promise<Check> {
  const { ok, warning, problem } = checksOf('data folder')
  const found = await stat(data).catch((error) => reasonOf(error))
  if (typeof found === 'string') {
    if (found === 'ENOENT' && databaseUrl) return ok(`${data} is not there yet; PostgreSQL has the data`)
    const text = found === 'ENOENT' ? `${data} is not there` : `${data} cannot be used: ${found}`
    return problem(text, 'set BARTLEBY_DATA, or let the first "bartleby serve" make it')
  }
  if (!found.isDirectory()) return problem(`${data} is a file`, 'set BARTLEBY_DATA to a folder')
  try {
    await access(data, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    return problem(
      `${data} cannot be written: ${reasonOf(error)}`,
      'make the account of the server its owner',
    )
  }
  if (isOpenToOthers(found.mode))
    return warning(`${data} has mode ${shown(found.mode)}: others can look into it`, `chmod 700 ${data}`)
  return ok(`${data} can be written, mode ${shown(found.mode)}`)
}

const privateFiles = [
  databaseFileName,
  encryptionKeyFile,
  secretKeyFile('test'),
  secretKeyFile('live'),
  clerkEnvFile,
]

async function checkFiles(data: string): Promise<Check[]> {
  const { ok, problem } = checksOf('private files')
  const checks: Check[] = []
  const present: string[] = []
  for (const name of privateFiles) {
    const path = join(data, name)
    const found = await stat(path).catch(() => undefined)
    if (!found) continue
    present.push(name)
    if (isOpenToOthers(found.mode))
      checks.push(problem(`${path} has mode ${shown(found.mode)}: others can read it`, `chmod 600 ${path}`))
  }
  if (checks.length > 0 || present.length === 0) return checks
  return [ok(`only their owner can read ${present.join(', ')}`)]
}

/** The folder itself, or the nearest one above it that is there. */
async function existing(folder: string): Promise<string> {
  if ((await hasFile(folder, '.')) || folder === dirname(folder)) return folder
  return existing(dirname(folder))
}

/** Data folder, the files in it that must be private, and room on the disk. */
export async function checkPlace(variables: Variables): Promise<Check[]> {
  const { data } = variables
  const { bavail, bsize, blocks } = await statfs(await existing(data))
  return [
    await checkFolder(variables),
    ...(await checkFiles(data)),
    checkDisk(data, bavail * bsize, blocks * bsize),
  ]
}
