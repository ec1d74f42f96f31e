import type { listAllowlistIdentifiers as contract } from '#contract/access-lists/list-allowlist-identifiers.ts'
import type { Input } from '#contract/operation.ts'
import { askedPage } from '#server/read-page.ts'
import type { World } from '#server/world.ts'
import type { ListedIdentifier } from './listed-identifier.ts'

export interface EntryList {
  readonly entries: readonly ListedIdentifier[]
  /** Only where it was asked for. */
  readonly total: number | undefined
}

export async function listAllowlistIdentifiers(
  world: World,
  input: Input<typeof contract>,
): Promise<EntryList> {
  const total = input.paginated ? await world.listedIdentifiers.count('allowlist') : undefined
  return { entries: await world.listedIdentifiers.list('allowlist', askedPage(input)), total }
}
