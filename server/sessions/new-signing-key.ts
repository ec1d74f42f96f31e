import { generateKeyPair } from 'node:crypto'
import { promisify } from 'node:util'
import type { Vault } from '#server/credentials/vault.ts'
import { newId } from '#server/ids.ts'
import type { SigningKeyStore, StoredSigningKey } from './signing-key-store.ts'

const generate = promisify(generateKeyPair)
const bits = 2048

export const signingKeyContext = (id: string): string => `signing_key:${id}`

/** A fresh RSA key. Clients load public keys of this length and the usual exponent only. */
export async function newSigningKey(
  vault: Vault,
  { generation, at, signsFrom }: { generation: number; at: number; signsFrom: number },
): Promise<StoredSigningKey> {
  const { publicKey, privateKey } = await generate('rsa', { modulusLength: bits })
  const id = newId('ins', at)
  const { n, e } = publicKey.export({ format: 'jwk' })
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  return {
    id,
    generation,
    public_jwk: JSON.stringify({ use: 'sig', kty: 'RSA', kid: id, alg: 'RS256', n, e }),
    private_key: vault.seal(pem, signingKeyContext(id)),
    created_at: at,
    signs_from: signsFrom,
    tokens_until: at,
    retired_at: null,
  }
}

/** Makes the first key of an instance. Of several processes that start at once the first one's key stays. */
export async function establishSigningKey(store: SigningKeyStore, vault: Vault, at: number): Promise<void> {
  if ((await store.list()).length > 0) return
  await store.add(await newSigningKey(vault, { generation: 1, at, signsFrom: at }))
}
