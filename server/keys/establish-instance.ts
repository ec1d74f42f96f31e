import { newId } from '#server/ids.ts'
import { checkEncryptionKey, sealKeyCheck } from '#server/keys/encryption.ts'
import type { Instance, InstanceStore } from '#server/keys/instance-store.ts'
import type { Config } from '#server/settings/config.ts'
import { InvalidStart } from '#server/settings/environment.ts'

/** The instance that the database holds, created on the first start. Throws `InvalidStart` for a wrong key. */
export async function establishInstance(
  storage: { readonly instance: InstanceStore },
  config: Pick<Config, 'encryptionKey'>,
  nowMs: number,
): Promise<Instance> {
  const instance = (await storage.instance.read()) ?? (await storage.instance.establish(newInstance()))
  if (!checkEncryptionKey(config.encryptionKey, instance)) {
    throw new InvalidStart(
      'The encryption key is not the one that this database was created with: give that one, as BARTLEBY_ENCRYPTION_KEY or in the file encryption-key of the data folder.',
    )
  }
  return instance

  function newInstance(): Instance {
    const id = newId('ins', nowMs)
    return { id, key_check: sealKeyCheck(config.encryptionKey, id), created_at: nowMs }
  }
}
