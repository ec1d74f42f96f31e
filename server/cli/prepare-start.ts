import { join } from 'node:path'
import {
  encryptionKeyFile,
  ensureDataFolder,
  generateEncryptionKey,
  hasFile,
  type KeyFile,
  keyFromFile,
  secretKeyFile,
} from '#server/keys/key-files.ts'
import { encryptionKeyProblem, secretKeyProblem } from '#server/keys/key-format.ts'
import { generateSecretKey } from '#server/keys/secret-keys.ts'
import type { Config } from '#server/settings/config.ts'
import { InvalidStart, readEnvironment, type Variables } from '#server/settings/environment.ts'
import { loadSettings } from '#server/settings/read-settings.ts'
import { databaseFileName } from '#server/storage/dialects/sqlite.ts'

export interface PreparedStart {
  readonly config: Config
  /** Undefined when the secret key was given by the environment. */
  readonly secretKeyFile: KeyFile | undefined
}

async function encryptionKeyOf(variables: Variables, hadDatabase: boolean): Promise<string> {
  if (variables.encryptionKey) return variables.encryptionKey
  const path = join(variables.data, encryptionKeyFile)
  if (hadDatabase && !(await hasFile(variables.data, encryptionKeyFile))) {
    throw new InvalidStart(
      `The file ${path} is missing, and without it what the database has encrypted cannot be read: restore the file, or set BARTLEBY_ENCRYPTION_KEY to the key.`,
    )
  }
  const file = await keyFromFile(path, generateEncryptionKey, encryptionKeyProblem)
  return file.value
}

/** Reads variables and settings, then makes sure of data folder and keys: nothing is created for a bad start. */
export async function prepareStart(
  env: Readonly<Record<string, string | undefined>>,
): Promise<PreparedStart> {
  const variables = readEnvironment(env)
  const { settingsPath, settingsGiven, environment, data, ...rest } = variables
  const { settings, given } = await loadSettings(settingsPath, { optional: !settingsGiven })
  await ensureDataFolder(data)
  // Asked before the key files are: a process that starts beside this one writes them first.
  const hadDatabase = !variables.databaseUrl && (await hasFile(data, databaseFileName))
  const encryptionKey = await encryptionKeyOf(variables, hadDatabase)
  const file = variables.secretKey
    ? undefined
    : await keyFromFile(
        join(data, secretKeyFile(environment)),
        () => generateSecretKey(environment),
        (value) => secretKeyProblem(value, environment),
      )
  return {
    config: {
      ...rest,
      data,
      environment,
      encryptionKey,
      secretKey: variables.secretKey ?? file!.value,
      settings,
      givenSettings: given,
    },
    secretKeyFile: file,
  }
}
