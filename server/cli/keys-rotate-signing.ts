import { join } from 'node:path'
import { CannotDo } from '#server/cli/failure.ts'
import type { Io } from '#server/cli/io.ts'
import { withStorage } from '#server/cli/keys.ts'
import { createVault } from '#server/credentials/vault.ts'
import { checkEncryptionKey } from '#server/keys/encryption.ts'
import { encryptionKeyFile, readKeyFile } from '#server/keys/key-files.ts'
import { newSigningKey } from '#server/sessions/new-signing-key.ts'
import { keysKnownForMs, leftKeys, signingDelayMs } from '#server/sessions/signing-keys.ts'
import type { Variables } from '#server/settings/environment.ts'
import type { Storage } from '#server/storage/storage.ts'

type Env = Readonly<Record<string, string | undefined>>

/** A key that is sealed with another encryption key would stop every server from signing. */
async function encryptionKeyOf(storage: Storage, variables: Variables): Promise<string> {
  const key =
    variables.encryptionKey || (await readKeyFile(join(variables.data, encryptionKeyFile))) || undefined
  const instance = await storage.instance.read()
  if (!instance) throw new CannotDo('No server has started on this database yet: run "bartleby serve" once.')
  if (!key || !checkEncryptionKey(key, instance))
    throw new CannotDo(
      'The encryption key is not that of this database: run this with the variables of the server.',
    )
  return key
}

/**
 * A new key for the tokens. Unless the old ones are revoked, it signs only when every server has published it, and
 * the old one stays public for the tokens that it has signed.
 */
export const rotateSigningKey = (env: Env, io: Io, revokesOld: boolean): Promise<number> =>
  withStorage(env, io, async (storage, variables) => {
    const vault = createVault(await encryptionKeyOf(storage, variables))
    const store = storage.signingKeys
    const at = Date.now()
    const keys = await store.list()
    const generation = (keys[0]?.generation ?? 0) + 1
    const signsFrom = revokesOld || keys.length === 0 ? at : at + signingDelayMs
    const key = await newSigningKey(vault, { generation, at, signsFrom })
    if (!(await store.add(key)))
      throw new CannotDo('Another rotation came first: run "bartleby keys rotate-signing" again if need be.')
    await store.remove(leftKeys(keys, at).map(({ id }) => id))
    io.out(`${key.id}\n`)
    if (revokesOld) {
      await store.retireBefore(generation, at)
      io.err(
        `It signs within ${keysKnownForMs / 1000} seconds. Tokens of older keys are refused by whoever\n`,
      )
      io.err('fetches the keys anew: official SDKs keep them for up to five minutes.\n')
      return
    }
    io.err(`It signs in ${signingDelayMs / 1000} seconds, when every server has published it.\n`)
    io.err('The old key stays public until the last token that it has signed has ended.\n')
  })
