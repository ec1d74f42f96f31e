import { unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { CannotDo } from '#server/cli/failure.ts'
import type { Io } from '#server/cli/io.ts'
import { clerkEnvFile, hasFile, readKeyFile, secretKeyFile } from '#server/keys/key-files.ts'
import type { StoredSecretKey } from '#server/keys/secret-key-store.ts'
import { generateSecretKey, hashSecretKey, storedSecretKey } from '#server/keys/secret-keys.ts'
import { readEnvironment, type Variables } from '#server/settings/environment.ts'
import { databaseFileName } from '#server/storage/dialects/sqlite.ts'
import { openStorage } from '#server/storage/open.ts'
import type { Storage } from '#server/storage/storage.ts'

type Env = Readonly<Record<string, string | undefined>>

/** Opens the database of a place where a server was started before. */
export async function withStorage(
  env: Env,
  io: Io,
  use: (storage: Storage, variables: Variables) => Promise<void>,
): Promise<number> {
  const variables = readEnvironment(env)
  const { databaseUrl, data } = variables
  if (!databaseUrl && !(await hasFile(data, databaseFileName))) {
    throw new CannotDo(
      `There is no database in ${data} yet: run "bartleby serve" once, or set BARTLEBY_DATA.`,
    )
  }
  const warn = (message: string) => io.err(`bartleby: ${message}\n`)
  const storage = await openStorage({ databaseUrl, dataFolder: data, warn })
  try {
    await use(storage, variables)
    return 0
  } finally {
    await storage.close()
  }
}

const timeOf = (milliseconds: number) => new Date(milliseconds).toISOString().slice(0, 19).replace('T', ' ')

function row(key: StoredSecretKey): string[] {
  const state = key.revoked_at === null ? 'valid' : `revoked ${timeOf(key.revoked_at)}`
  return [key.id, `…${key.hint}`, timeOf(key.created_at), state]
}

/** Prints all keys by id and last four characters. Times are UTC. */
export const listKeys = (env: Env, io: Io): Promise<number> =>
  withStorage(env, io, async (storage) => {
    const rows = [['ID', 'ENDS IN', 'CREATED (UTC)', 'STATE'], ...(await storage.secretKeys.list()).map(row)]
    const widths = [0, 1, 2].map((column) => Math.max(...rows.map((cells) => cells[column]!.length)))
    for (const cells of rows) {
      const padded = cells.map((cell, column) => cell.padEnd(widths[column] ?? 0))
      io.out(`${padded.join('  ').trimEnd()}\n`)
    }
  })

/** Makes another valid key and prints it, the only time that it can be read. */
export const addKey = (env: Env, io: Io): Promise<number> =>
  withStorage(env, io, async (storage, { environment }) => {
    const key = generateSecretKey(environment)
    const stored = storedSecretKey(key, Date.now())
    await storage.secretKeys.add(stored)
    io.out(`${key}\n`)
    io.err(`This is ${stored.id}. It is valid now, and it is shown only this time.\n`)
  })

async function forgetFile(variables: Variables, path: string): Promise<string> {
  await unlink(path)
  await unlink(join(variables.data, clerkEnvFile)).catch(() => {})
  return 'It was the generated key: the next start of the server makes another one and shows it.'
}

/** Ends a key at once, for servers that run as well. The last valid key is not revoked. */
export const revokeKey = (env: Env, io: Io, id: string): Promise<number> =>
  withStorage(env, io, async (storage, variables) => {
    await endKey(storage, id)
    const key = (await storage.secretKeys.list()).find((candidate) => candidate.id === id)!
    io.out(`The key ${id} is revoked.\n`)
    if (variables.secretKey && hashSecretKey(variables.secretKey) === key.hash) {
      io.out('It is the value of BARTLEBY_SECRET_KEY: set that to a valid key before the next start.\n')
    }
    const path = join(variables.data, secretKeyFile(variables.environment))
    const file = await readKeyFile(path)
    if (file && hashSecretKey(file) === key.hash) io.out(`${await forgetFile(variables, path)}\n`)
  })

/** Revokes, or says in one line why not. */
export async function endKey(storage: Storage, id: string): Promise<void> {
  const outcome = await storage.secretKeys.revoke(id, Date.now())
  if (outcome === 'unknown') throw new CannotDo(`There is no key ${id}: "bartleby keys list" shows the ids.`)
  if (outcome === 'revoked before') throw new CannotDo(`The key ${id} is revoked already.`)
  if (outcome === 'last')
    throw new CannotDo(`The key ${id} is the last valid one: make another first, with "bartleby keys add".`)
}
