import { importJWK } from 'jose'
import { TokenError } from './errors.ts'
import type { FetchKeys } from './fetch-keys.ts'

type Key = Awaited<ReturnType<typeof importJWK>>

/** The same keys serve for so long. */
const keptForMs = 5 * 60_000
/** Whoever sends strange key ids makes no more requests than one in this time. */
const askedAgainAfterMs = 10_000
const keysMax = 50

interface KeySet {
  keys: ReadonlyMap<string, Key>
  fetchedAt: number
  fetching: Promise<void> | undefined
}

const sets = new Map<string, KeySet>()

interface Jwk {
  readonly kid?: string
  readonly kty?: string
  readonly use?: string
  readonly n?: string
  readonly e?: string
}

async function keysOf(text: string): Promise<ReadonlyMap<string, Key>> {
  const { keys } = JSON.parse(text) as { keys: readonly Jwk[] }
  const usable = keys.filter(({ kid, kty, n, e }) => kid && kty === 'RSA' && n && e).slice(0, keysMax)
  const read = usable.map(async ({ kid, n, e }) => {
    return [kid!, await importJWK({ kty: 'RSA', n: n!, e: e! }, 'RS256')] as const
  })
  return new Map(await Promise.all(read))
}

async function fetchInto(set: KeySet, url: string, fetch: FetchKeys): Promise<void> {
  try {
    const answer = await fetch(url)
    if (!answer.ok) throw new Error(`status ${answer.status}`)
    set.keys = await keysOf(await answer.text())
    set.fetchedAt = Date.now()
  } catch (error) {
    throw new TokenError('keys_unavailable', `The keys at ${url} could not be read: ${String(error)}`)
  }
}

/** Of all who wait for the same keys one fetches. */
function refresh(set: KeySet, url: string, fetch: FetchKeys): Promise<void> {
  set.fetching ??= fetchInto(set, url, fetch).finally(() => {
    set.fetching = undefined
  })
  return set.fetching
}

/** The key of that id at the address; a key that is not known yet may be one of a rotation. */
export async function keyFrom(url: string, kid: string, fetch: FetchKeys): Promise<Key> {
  const set = sets.get(url) ?? { keys: new Map(), fetchedAt: Number.NEGATIVE_INFINITY, fetching: undefined }
  sets.set(url, set)
  const age = Date.now() - set.fetchedAt
  if (age >= keptForMs || (!set.keys.has(kid) && age >= askedAgainAfterMs)) await refresh(set, url, fetch)
  const key = set.keys.get(kid)
  if (!key)
    throw new TokenError(
      'token_key_unknown',
      'The token is signed by a key that the server does not publish.',
    )
  return key
}
