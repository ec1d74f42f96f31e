import type { Identification } from '#server/users/user.ts'
import type { World } from '#server/world.ts'
import { type ListEntry, type ListName, readEntry, wholeDomain } from './listed-identifier.ts'

/** All that lists may know of an identifier. */
export type Listable = Pick<Identification, 'kind' | 'normalized'>

/** Entries that an identifier is listed by; usernames are on no list. */
function entriesFor({ kind, normalized }: Listable): ListEntry[] {
  if (kind === 'username') return []
  const exact = { kind, normalized }
  return kind === 'email_address' ? [exact, { kind, normalized: wholeDomain(normalized) }] : [exact]
}

const keyOf = ({ kind, normalized }: ListEntry) => `${kind} ${normalized}`

const keysOfFile = new WeakMap<readonly string[], ReadonlySet<string>>()

/** The entries of the settings file in their compared form, read once. One that cannot be read lists nobody. */
function fileKeys(texts: readonly string[]): ReadonlySet<string> {
  const known = keysOfFile.get(texts)
  if (known) return known
  const keys = new Set(texts.flatMap((text) => readEntry(text) ?? []).map(keyOf))
  keysOfFile.set(texts, keys)
  return keys
}

/**
 * Those of the identifiers that a list has, be it in the settings file or by the API. The latter is asked for these
 * values alone: a list may be long.
 */
export async function onList<T extends Listable>(
  world: World,
  list: ListName,
  identifiers: readonly T[],
): Promise<ReadonlySet<T>> {
  const asked = identifiers.flatMap(entriesFor)
  if (asked.length === 0) return new Set()
  const stored = await world.listedIdentifiers.having(list, asked)
  const inFile = fileKeys(world.settings.restrictions[list].identifiers)
  const inDatabase = new Set(stored.map(keyOf))
  const isListed = (key: string) => inFile.has(key) || inDatabase.has(key)
  return new Set(identifiers.filter((one) => entriesFor(one).map(keyOf).some(isListed)))
}
