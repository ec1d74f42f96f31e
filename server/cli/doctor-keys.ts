import { join } from 'node:path'
import { type Check, checksOf } from '#server/cli/doctor-check.ts'
import { checkEncryptionKey } from '#server/keys/encryption.ts'
import { encryptionKeyFile, readKeyFile, reasonOf, secretKeyFile } from '#server/keys/key-files.ts'
import { encryptionKeyProblem, secretKeyProblem } from '#server/keys/key-format.ts'
import { hashSecretKey } from '#server/keys/secret-keys.ts'
import type { Variables } from '#server/settings/environment.ts'
import type { Inspection } from '#server/storage/inspect.ts'

interface FoundKey {
  readonly value: string | undefined
  /** The variable or the file, for people. */
  readonly where: string
  readonly unreadable?: string
}

async function keyOf(given: string | undefined, variable: string, path: string): Promise<FoundKey> {
  if (given) return { value: given, where: variable }
  try {
    return { value: await readKeyFile(path), where: path }
  } catch (error) {
    return { value: undefined, where: path, unreadable: reasonOf(error) }
  }
}

async function checkEncryption({ encryptionKey, data }: Variables, { instance }: Inspection): Promise<Check> {
  const { ok, warning, problem } = checksOf('encryption key')
  const path = join(data, encryptionKeyFile)
  const { value, where, unreadable } = await keyOf(encryptionKey, 'BARTLEBY_ENCRYPTION_KEY', path)
  if (unreadable)
    return problem(`${where} cannot be read: ${unreadable}`, 'give it to the account of the server')
  if (!value) {
    if (!instance) return warning(`${where} is not there yet`, 'the first start of the server makes it')
    return problem(`${where} is missing`, 'restore the file, or set BARTLEBY_ENCRYPTION_KEY to the key')
  }
  const wrong = encryptionKeyProblem(value)
  if (wrong) return problem(`the key in ${where} ${wrong}`, 'restore it from where you keep a copy')
  if (!instance) return ok(`${where} holds a key; the database has no instance yet`)
  if (!checkEncryptionKey(value, instance))
    return problem(`${where} is not the key that this database was created with`, 'put that one there')
  return ok(`${where} opens what the database has encrypted`)
}

function checkValidOnes({ secretKeys }: Inspection): Check {
  const { ok, problem } = checksOf('secret keys')
  const valid = secretKeys.filter(({ revoked_at }) => revoked_at === null).length
  if (valid === 0) return problem('no key is valid', 'make one: bartleby keys add')
  return ok(`${valid} valid, ${secretKeys.length - valid} revoked`)
}

async function checkOwn(variables: Variables, { secretKeys }: Inspection): Promise<Check> {
  const { ok, warning, problem } = checksOf('own secret key')
  const { secretKey, data, environment } = variables
  const path = join(data, secretKeyFile(environment))
  const { value, where, unreadable } = await keyOf(secretKey, 'BARTLEBY_SECRET_KEY', path)
  if (unreadable)
    return problem(`${where} cannot be read: ${unreadable}`, 'give it to the account of the server')
  if (!value) return warning(`${where} is not there`, 'the next start of the server makes it')
  const wrong = secretKeyProblem(value, environment)
  if (wrong) return problem(`the key in ${where} ${wrong}`, 'remove the file: the next start makes another')
  const stored = secretKeys.find(({ hash }) => hash === hashSecretKey(value))
  if (!stored)
    return warning(`${where} is not known to the database yet`, 'the next start of the server admits it')
  if (stored.revoked_at === null) return ok(`${where} is ${stored.id} and valid`)
  return problem(
    `${where} is ${stored.id}, which was revoked: the server does not start with it`,
    secretKey ? 'set BARTLEBY_SECRET_KEY to a valid key' : 'remove the file: the next start makes another',
  )
}

export const checkKeys = async (variables: Variables, inspection: Inspection): Promise<Check[]> => [
  await checkEncryption(variables, inspection),
  checkValidOnes(inspection),
  await checkOwn(variables, inspection),
]
