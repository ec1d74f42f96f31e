import type { listBlocklistIdentifiers as contract } from '#contract/access-lists/list-blocklist-identifiers.ts'
import type { Input } from '#contract/operation.ts'
import { askedPage } from '#server/read-page.ts'
import type { World } from '#server/world.ts'
import type { EntryList } from './list-allowlist-identifiers.ts'

export const listBlocklistIdentifiers = async (
  world: World,
  input: Input<typeof contract>,
): Promise<EntryList> => ({
  total: await world.listedIdentifiers.count('blocklist'),
  entries: await world.listedIdentifiers.list('blocklist', askedPage(input)),
})
