import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CannotDo } from '#server/cli/failure.ts'
import type { Io } from '#server/cli/io.ts'
import { endKey, withStorage } from '#server/cli/keys.ts'
import { clerkEnvFile, readKeyFile, secretKeyFile, writePrivateFile } from '#server/keys/key-files.ts'
import type { StoredSecretKey } from '#server/keys/secret-key-store.ts'
import { generateSecretKey, hashSecretKey, storedSecretKey } from '#server/keys/secret-keys.ts'
import type { Variables } from '#server/settings/environment.ts'

type Env = Readonly<Record<string, string | undefined>>

interface Own {
  /** Of the key that the server starts with. */
  readonly hash: string | undefined
  /** The file that it lies in, unless it is given by the environment. */
  readonly path: string | undefined
}

async function ownKey(variables: Variables): Promise<Own> {
  if (variables.secretKey) return { hash: hashSecretKey(variables.secretKey), path: undefined }
  const path = join(variables.data, secretKeyFile(variables.environment))
  const key = await readKeyFile(path)
  return { hash: key && hashSecretKey(key), path }
}

function oldKey(keys: readonly StoredSecretKey[], id: string | undefined, { hash }: Own): StoredSecretKey {
  const key = keys.find((one) => (id === undefined ? one.hash === hash : one.id === id))
  if (!key) {
    const which = id === undefined ? 'The server has no key of its own yet' : `There is no key ${id}`
    throw new CannotDo(
      `${which}: "bartleby keys list" shows the ids, "bartleby keys rotate ID" exchanges one.`,
    )
  }
  if (key.revoked_at !== null) throw new CannotDo(`The key ${key.id} is revoked already.`)
  return key
}

/** The lines for apps keep everything but the key; without the file the next start of the server writes it. */
async function rewriteClerkEnv(path: string, key: string): Promise<boolean> {
  const text = await readFile(path, 'utf8').catch(() => '')
  if (!/^CLERK_SECRET_KEY=/m.test(text)) return false
  await writePrivateFile(path, text.replace(/^CLERK_SECRET_KEY=.*$/m, `CLERK_SECRET_KEY=${key}`))
  return true
}

/**
 * A new key for an old one. The new key is valid before any file names it, and the old one ends last: wherever
 * this is cut off, apps and the next start of the server find a valid key.
 */
export const rotateKey = (env: Env, io: Io, id: string | undefined, keepsOld: boolean): Promise<number> =>
  withStorage(env, io, async (storage, variables) => {
    const own = await ownKey(variables)
    const old = oldKey(await storage.secretKeys.list(), id, own)
    const key = generateSecretKey(variables.environment)
    const stored = storedSecretKey(key, Date.now())
    await storage.secretKeys.add(stored)
    io.out(`${key}\n`)
    io.err(`This is ${stored.id}. It is valid now, and it is shown only this time.\n`)
    if (old.hash === own.hash && own.path) {
      await writePrivateFile(own.path, `${key}\n`)
      const clerkEnv = join(variables.data, clerkEnvFile)
      const files = (await rewriteClerkEnv(clerkEnv, key)) ? `${own.path} and ${clerkEnv}` : own.path
      io.err(`${files} hold it: the next start of the server uses it.\n`)
    } else if (old.hash === own.hash) {
      io.err('Set BARTLEBY_SECRET_KEY to it before the next start of the server.\n')
    }
    if (keepsOld) return io.err(`The old key ${old.id} stays valid until you revoke it.\n`)
    await endKey(storage, old.id)
    io.err(`The old key ${old.id} is revoked.\n`)
  })
