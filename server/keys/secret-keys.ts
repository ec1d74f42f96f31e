import { hash, randomInt } from 'node:crypto'
import { newId } from '#server/ids.ts'
import { secretKeyLengthMax, secretKeyProblem } from '#server/keys/key-format.ts'
import type { SecretKeyStore, StoredSecretKey } from '#server/keys/secret-key-store.ts'
import type { Environment } from '#server/settings/config.ts'
import { InvalidStart } from '#server/settings/environment.ts'

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const generatedLength = 43

/** SHA-256, hex. Keys are long and random, so a slow hash would protect nothing and cost every request. */
export const hashSecretKey = (key: string): string => hash('sha256', key)

/** A new random key. One in some ten thousand would look like a placeholder and is thrown again. */
export function generateSecretKey(environment: Environment): string {
  for (;;) {
    let key = `sk_${environment}_`
    for (let n = 0; n < generatedLength; n++) key += alphabet[randomInt(alphabet.length)]
    if (!secretKeyProblem(key, environment)) return key
  }
}

/** What is stored of a key. */
export const storedSecretKey = (key: string, nowMs: number): StoredSecretKey => ({
  id: newId('key', nowMs),
  hash: hashSecretKey(key),
  hint: key.slice(-4),
  created_at: nowMs,
  revoked_at: null,
})

/** Makes the key valid if it is new. Throws `InvalidStart` for one that was revoked: it stays revoked. */
export async function admitSecretKey(store: SecretKeyStore, key: string, nowMs: number): Promise<void> {
  await store.add(storedSecretKey(key, nowMs))
  if (await store.findValid(hashSecretKey(key))) return
  throw new InvalidStart(
    'The secret key of this start was revoked: set BARTLEBY_SECRET_KEY to a valid key, or, when the key was generated, delete its file in the data folder to have another one generated.',
  )
}

/** The id of the valid key that was presented; undefined for anything else. */
export async function findActor(
  store: SecretKeyStore,
  presentedKey: string,
  environment: Environment,
): Promise<string | undefined> {
  if (presentedKey.length > secretKeyLengthMax) return undefined
  if (!presentedKey.startsWith(`sk_${environment}_`)) return undefined
  const found = await store.findValid(hashSecretKey(presentedKey))
  return found?.id
}
