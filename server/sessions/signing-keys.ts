import { createPrivateKey, type KeyObject } from 'node:crypto'
import type { Vault } from '#server/credentials/vault.ts'
import { StorageUnavailable } from '#server/failures.ts'
import { signingKeyContext } from './new-signing-key.ts'
import type { SigningKeyStore, StoredSigningKey } from './signing-key-store.ts'

/** After so long a process asks again which keys there are: it then knows what another one has rotated. */
export const keysKnownForMs = 10_000
/** How long a cache on the way may keep the public keys. */
export const keySetCachedForSeconds = 60
/** Between the making of a key and its first token every process and every cache has learned of it. */
export const signingDelayMs = keysKnownForMs + keySetCachedForSeconds * 1000 + 20_000
/** A key stays public for this much longer than its last token: clocks differ, and clients allow for it. */
const marginMs = 10 * 60_000
/** The end of the last token is stored in steps, so that one token in an hour costs a write and not each. */
const stepMs = 60 * 60_000

/** The keys of an instance, as one process knows them. */
export interface SigningKeys {
  /** The key that signs now. A token that lives until `tokenUntil` (Unix milliseconds) may be signed with it. */
  signer(tokenUntil: number): Promise<{ readonly kid: string; readonly key: KeyObject }>
  /** The JWKs, as JSON texts, that tokens may be checked with: of the keys that sign, will sign, or have live tokens. */
  published(): Promise<readonly string[]>
}

/** Newest first, as the store lists them. */
const signing = (keys: readonly StoredSigningKey[], now: number) =>
  keys.find((key) => key.retired_at === null && key.signs_from <= now) ??
  // A clock behind the one that made the only key.
  keys.findLast((key) => key.retired_at === null)

const isPublic = (key: StoredSigningKey, current: StoredSigningKey | undefined, now: number) =>
  key.retired_at === null &&
  (key.generation >= (current?.generation ?? 0) || key.tokens_until + marginMs > now)

/** Those that nobody can have a use for any more. */
export function leftKeys(keys: readonly StoredSigningKey[], now: number): StoredSigningKey[] {
  const current = signing(keys, now)
  return keys.filter((key) => !isPublic(key, current, now))
}

export interface SigningKeysOptions {
  readonly store: SigningKeyStore
  readonly vault: Vault
  readonly now: () => number
}

export function createSigningKeys({ store, vault, now }: SigningKeysOptions): SigningKeys {
  let known: readonly StoredSigningKey[] = []
  let knownSince = Number.NEGATIVE_INFINITY
  let reading: Promise<void> | undefined
  const opened = new Map<string, KeyObject>()
  const until = new Map<string, number>()

  async function read(): Promise<void> {
    const at = now()
    try {
      known = await store.list()
      knownSince = at
    } catch (error) {
      // Tokens are checked with what is public: a database that is away for a while makes nobody sign in anew.
      if (known.length === 0 || !(error instanceof StorageUnavailable)) throw error
    }
  }

  async function keys(): Promise<readonly StoredSigningKey[]> {
    if (now() - knownSince >= keysKnownForMs) {
      reading ??= read().finally(() => {
        reading = undefined
      })
      await reading
    }
    return known
  }

  function open({ id, private_key }: StoredSigningKey): KeyObject {
    const key = opened.get(id) ?? createPrivateKey(vault.open(private_key, signingKeyContext(id)))
    opened.set(id, key)
    return key
  }

  async function expectTokens(key: StoredSigningKey, tokenUntil: number): Promise<void> {
    if (tokenUntil <= Math.max(until.get(key.id) ?? 0, key.tokens_until)) return
    const end = tokenUntil + stepMs
    await store.expectTokensUntil(key.id, end)
    until.set(key.id, end)
  }

  return {
    async signer(tokenUntil) {
      const key = signing(await keys(), now())
      if (!key) throw new Error('the instance has no signing key')
      await expectTokens(key, tokenUntil)
      return { kid: key.id, key: open(key) }
    },

    async published() {
      const all = await keys()
      const current = signing(all, now())
      return all.filter((key) => isPublic(key, current, now())).map((key) => key.public_jwk)
    },
  }
}
